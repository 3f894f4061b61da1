/** The page's own line icons, drawn so that no font has to have them. */
const PATHS = {
  public: 'M9 4 7 20M17 4l-2 16M4.5 9h16M3.5 15h16',
  private: 'M7 11V8a5 5 0 0 1 10 0v3M5.5 11h13v9h-13zM12 15v2',
  shared: 'M9 8a4 4 0 1 0 0 8M15 8a4 4 0 1 1 0 8M8 12h8',
  im: 'M4 5h16v11H9l-5 4z',
  home: 'M4 11 12 4l8 7M6 10v10h12V10M10 20v-6h4v6',
  mail: 'M3.5 6h17v12h-17zM4 7l8 6 8-6',
  model: 'M12 3v4M12 17v4M3 12h4M17 12h4M6 6l2.5 2.5M15.5 15.5 18 18M18 6l-2.5 2.5M8.5 15.5 6 18',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  list: 'M4 6h16M4 12h16M4 18h10',
  menu: 'M4 7h16M4 12h16M4 17h16',
};

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.9"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
