import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

type Content = { children?: ComponentChildren };

/** One mail as it is sent. The text part is written by hand; it is the better mail, and what many people read. */
export type MailContent = { subject: string; text: string; html: string };

const SANS = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";
const SERIF = "Charter,'Iowan Old Style',Cambria,Georgia,serif";

// Most programs read inline styles only; those that know `prefers-color-scheme` read classes as well.
const DARK = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.paper{background:#141614!important}.sheet{background:#1d201d!important;border-color:#343832!important}
.ink{color:#ecece6!important}.muted{color:#a9ada4!important}.rule{border-color:#343832!important}
.soft{background:#1d322b!important}.accent{color:#8ed6bd!important}
.button{background:#8ed6bd!important}.button a{color:#0c211a!important}
}
@media (max-width:620px){.sheet{border-radius:0!important;border-left:0!important;border-right:0!important}.pad{padding-left:22px!important;padding-right:22px!important}.outer{padding:0!important}.wide{width:100%!important}.wide a{display:block!important}}
`;

export type MailLook = Content & {
  business: string;
  /** The heading, and the page title for programs that show one. */
  title: string;
  /** What an inbox shows beside the subject; one sentence that adds to it. */
  preview: string;
  lang?: string;
  /** Why this person gets the mail, when it is not obvious. */
  because?: string;
};

/** The frame of every mail: 600 pixels wide, one column, legible without images, style sheet or script. */
export function Mail({ business, title, preview, lang = 'en', because, children }: MailLook): VNode {
  return (
    <html lang={lang} dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no" />
        <title>{title}</title>
        <style>{DARK}</style>
      </head>
      <body class="paper" style={`margin:0;padding:0;background:#f5f4f0;font-family:${SANS}`}>
        <div style="display:none;max-height:0;overflow:hidden;opacity:0">{preview}</div>
        <table
          role="presentation"
          class="paper"
          width="100%"
          cellSpacing="0"
          cellPadding="0"
          style="background:#f5f4f0"
        >
          <tr>
            <td class="outer" style="padding:32px 12px;text-align:center">
              <Sheet business={business} title={title}>
                {children}
              </Sheet>
              <p
                class="muted pad"
                style={`max-width:560px;margin:20px auto 24px;font:13px/1.5 ${SANS};color:#5b5f58;text-align:left`}
              >
                Sent by Retainer for {business}. {because ?? 'Answer this mail to write to them directly.'}
              </p>
            </td>
          </tr>
        </table>
      </body>
    </html>
  );
}

function Sheet({ business, title, children }: Content & { business: string; title: string }): VNode {
  return (
    <table
      role="presentation"
      class="sheet"
      width="100%"
      cellSpacing="0"
      cellPadding="0"
      style="max-width:600px;margin:0 auto;background:#ffffff;border:1px solid #dcdad2;border-radius:12px;border-collapse:separate;text-align:left"
    >
      <tr>
        <td class="pad rule" style={`padding:20px 36px;border-bottom:1px solid #dcdad2;font:600 16px/1.3 ${SANS}`}>
          <span class="accent" style="color:#14594a">
            {business}
          </span>
        </td>
      </tr>
      <tr>
        <td class="pad" style="padding:30px 36px 34px">
          <h1 class="ink" style={`margin:0 0 16px;font:600 25px/1.25 ${SERIF};color:#1d1f1c`}>
            {title}
          </h1>
          {children}
        </td>
      </tr>
    </table>
  );
}

export function Text({ children }: Content): VNode {
  return (
    <p class="ink" style={`margin:0 0 16px;font:16px/1.6 ${SANS};color:#1d1f1c`}>
      {children}
    </p>
  );
}

export function Small({ children }: Content): VNode {
  return (
    <p class="muted" style={`margin:0 0 12px;font:14px/1.55 ${SANS};color:#5b5f58`}>
      {children}
    </p>
  );
}

export function MailFacts({ rows }: { rows: readonly (readonly [label: string, value: string])[] }): VNode {
  return (
    <table role="presentation" width="100%" cellSpacing="0" cellPadding="0" style="margin:4px 0 20px">
      {rows.map(([label, value]) => (
        <tr>
          <td
            class="muted rule"
            style={`padding:9px 16px 9px 0;border-top:1px solid #dcdad2;font:14px/1.5 ${SANS};color:#5b5f58;vertical-align:top;width:36%`}
          >
            {label}
          </td>
          <td
            class="ink rule"
            style={`padding:9px 0;border-top:1px solid #dcdad2;font:600 15px/1.5 ${SANS};color:#1d1f1c;vertical-align:top`}
          >
            {value}
          </td>
        </tr>
      ))}
    </table>
  );
}

/** The one button of a mail. Below it stands what programs need that show no links, or that people trust more. */
export function MailButton({ href, code, children }: Content & { href: string; code?: string }): VNode {
  return (
    <>
      <table
        role="presentation"
        class="wide"
        cellSpacing="0"
        cellPadding="0"
        style="margin:24px 0 12px;border-collapse:separate"
      >
        <tr>
          <td class="button wide" style="background:#14594a;border-radius:10px;text-align:center">
            <a
              href={href}
              style={`display:inline-block;padding:14px 28px;font:600 17px/1.3 ${SANS};color:#ffffff;text-decoration:none`}
            >
              {children}
            </a>
          </td>
        </tr>
      </table>
      {code && (
        <Small>
          The link is yours alone. If the page asks for a code, it is{' '}
          <span style="font-family:Menlo,Consolas,monospace;word-break:break-all">{code}</span>
        </Small>
      )}
    </>
  );
}

/** A one-time code, large enough to read across to another screen. */
export function Code({ children }: { children: string }): VNode {
  return (
    <p
      class="soft ink"
      style="margin:20px 0;padding:16px;background:#e3efe9;border-radius:10px;font:600 30px/1.2 Menlo,Consolas,monospace;letter-spacing:6px;text-align:center;color:#1d1f1c"
    >
      {children}
    </p>
  );
}

/** Words of a person, as they wrote them. */
export function Quote({ children }: { children: string }): VNode {
  return (
    <blockquote
      class="ink rule"
      style={`margin:0 0 18px;padding:2px 0 2px 16px;border-left:3px solid #dcdad2;font:16px/1.6 ${SANS};color:#1d1f1c;white-space:pre-line`}
    >
      {children}
    </blockquote>
  );
}

export function mailHtml(mail: VNode): string {
  return `<!doctype html>${renderToString(mail)}`;
}

/** The text part: paragraphs with a blank line between, and the same last line as the HTML. Lists are one paragraph of lines. */
export function mailText(
  business: string,
  ...paragraphs: readonly (string | readonly string[] | false | undefined)[]
): string {
  const body = paragraphs
    .filter((paragraph) => paragraph !== false && paragraph !== undefined)
    .map((paragraph) => (typeof paragraph === 'string' ? paragraph : paragraph.join('\n')));
  return `${[...body, `-- \nSent by Retainer for ${business}. Answer this mail to write to them directly.`].join('\n\n')}\n`;
}
