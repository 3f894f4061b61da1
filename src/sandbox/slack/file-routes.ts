import { Hono } from 'hono';
import type { Env } from './web-api.ts';
import type { SlackWorld } from './world.ts';

/** Upload targets of `files.getUploadURLExternal` and downloads of `url_private`. */
export function fileRoutes(world: SlackWorld): Hono<Env> {
  const routes = new Hono<Env>();
  routes.post('/files/upload/:id', async (c) => {
    const file = world.files.get(c.req.param('id'));
    if (file?.state !== 'pending') return c.text('not found', 404);
    const bytes = await readBytes(c.req.raw);
    if (bytes.length !== file.size) return c.text(`expected ${file.size} bytes, got ${bytes.length}`, 400);
    file.bytes = bytes;
    file.state = 'stored';
    return c.text(`OK - ${bytes.length}`);
  });
  routes.get('/files/:id/:name', (c) => {
    const file = world.files.get(c.req.param('id'));
    if (!file || file.state === 'pending') return c.text('not found', 404);
    return c.body(new Uint8Array(file.bytes), 200, {
      'content-type': file.mimetype,
      'x-content-type-options': 'nosniff',
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    });
  });
  return routes;
}

async function readBytes(request: Request): Promise<Buffer> {
  if (!request.headers.get('content-type')?.includes('multipart/form-data'))
    return Buffer.from(await request.arrayBuffer());
  const form = await request.formData();
  const part = form.get('body') ?? form.get('file') ?? form.get('filename');
  return part instanceof File ? Buffer.from(await part.arrayBuffer()) : Buffer.alloc(0);
}
