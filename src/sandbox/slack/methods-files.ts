import { ApiError, type Call, type Method, need, nested, str, writableChannel } from './call.ts';
import { isRecord } from './check.ts';
import { slackId } from './ids.ts';
import { addMessage, readContent } from './post.ts';
import type { SandboxFile } from './shapes.ts';
import { fileOnWire } from './wire.ts';

const TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  ics: 'text/calendar',
  csv: 'text/csv',
  png: 'image/png',
  jpg: 'image/jpeg',
  json: 'application/json',
  txt: 'text/plain',
  xml: 'application/xml',
};

export function newFile(name: string, size: number, owner: string): SandboxFile {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  return {
    id: slackId('F'),
    name,
    title: name,
    mimetype: TYPES[ending] ?? 'application/octet-stream',
    size,
    bytes: Buffer.alloc(0),
    state: 'pending',
    owner,
  };
}

function getUploadUrl({ world, team, args }: Call) {
  const size = Number(need(args, 'length'));
  if (!Number.isInteger(size) || size <= 0) throw new ApiError('invalid_arguments');
  const file = newFile(need(args, 'filename'), size, team.botUserId);
  world.files.set(file.id, file);
  return { upload_url: `${world.origin}/files/upload/${file.id}`, file_id: file.id };
}

function completeUpload({ world, team, args }: Call) {
  const asked = nested(args, 'files', () => {
    throw new ApiError('invalid_arguments');
  });
  if (!Array.isArray(asked) || asked.length === 0) throw new ApiError('invalid_arguments');
  const files = asked.filter(isRecord).map((each) => {
    const file = world.files.get(str(each, 'id') ?? '');
    if (!file || file.owner !== team.botUserId) throw new ApiError('file_not_found');
    if (file.state === 'pending') throw new ApiError('file_upload_not_complete');
    file.title = str(each, 'title') ?? file.name;
    return file;
  });
  const channelId = str(args, 'channel_id') ?? str(args, 'channels')?.split(',')[0];
  if (channelId) {
    const channel = writableChannel(team, channelId);
    const content = readContent(args);
    addMessage(team, channel, {
      ...content,
      text: str(args, 'initial_comment') ?? content.text,
      user: team.botUserId,
      byApp: true,
      threadTs: str(args, 'thread_ts'),
      files,
    });
    world.ledger.add({
      source: 'slack',
      kind: 'files.completeUploadExternal',
      workspace: team.id,
      summary: `File ${files.map((file) => file.name).join(', ')} shared`,
      detail: { channel: channel.id, files: files.map((file) => ({ id: file.id, name: file.name, size: file.size })) },
    });
  }
  for (const file of files) file.state = 'shared';
  return { files: files.map((file) => fileOnWire(team, file)) };
}

function info({ world, team, args }: Call) {
  const file = world.files.get(need(args, 'file'));
  if (!file || file.state === 'pending') throw new ApiError('file_not_found');
  return { file: fileOnWire(team, file) };
}

export const fileMethods: Record<string, Method> = {
  'files.getUploadURLExternal': { scope: 'files:write', run: getUploadUrl },
  'files.completeUploadExternal': { scope: 'files:write', run: completeUpload },
  'files.info': { scope: 'files:read', run: info },
};
