import type { Context } from 'hono';

export type Download = { filename: string; contentType: string; content: Uint8Array };

/** Answers with a file to save. Its name is sent twice (RFC 6266): plain for old programs, and exactly. */
export function download(c: Context, { filename, contentType, content }: Download): Response {
  const name = filename.replace(/[\p{Cc}\p{Cf}/\\:"*?<>|]/gu, '-').slice(0, 120);
  const exact = encodeURIComponent(name).replace(
    /['()]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const plain =
    name
      .normalize('NFKD')
      .replace(/[^\x20-\x7e]/g, '')
      .replace(/%/g, '') || 'file';
  return c.body(new Uint8Array(content), 200, {
    'content-type': contentType,
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${exact}`,
  });
}
