import { render } from 'preact-render-to-string';

/** The page before its script runs: enough to be read, and to say that script is needed. */
export function shell(): string {
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Retainer sandbox</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/ui/page.css" />
        <script type="module" src="/ui/page.js" />
      </head>
      <body>
        <div id="page">
          <p class="starting">Opening the workspace…</p>
        </div>
        <noscript>
          <p class="starting">This page is a chat workspace and needs JavaScript.</p>
        </noscript>
      </body>
    </html>
  );
  return `<!doctype html>${render(page)}`;
}
