import { ApiError } from './call.ts';
import { isRecord } from './check.ts';
import { type Answer, answeredWell, type DeliveryOptions } from './deliver.ts';
import { type CommandLine, viewSubmission } from './payloads.ts';
import type { SandboxPerson } from './person.ts';
import { respond } from './response-url.ts';
import type { SandboxView } from './shapes.ts';
import { fieldErrors } from './state.ts';
import { pushView, replaceView } from './views.ts';

export interface SubmitOptions extends DeliveryOptions {
  /** Sends what Slack's own client would not: empty required fields, broken addresses. */
  force?: boolean;
}

export interface Sent extends Answer {
  /** False when the client itself refused. */
  sent: boolean;
  /** By block id, as the app or the client gave them. */
  errors: Record<string, string>;
  /** The same by the field's action id. */
  fields: Record<string, string>;
  trouble?: string;
}

const TROUBLE = 'We had some trouble connecting. Try again?';
const NOTHING: Answer = {
  status: 0,
  body: '',
  ms: 0,
  timedOut: false,
  request: { body: '', contentType: '', headers: {} },
};

/** What a slash command's answer does: nothing, or a message for one or for all. */
export function acceptCommand(person: SandboxPerson, line: CommandLine, answer: Answer): void {
  const { team } = person;
  if (!answeredWell(answer)) {
    const error = answer.timedOut ? 'operation_timeout' : 'dispatch_failed';
    person.notice(line.channel, `${line.command} failed with the error “${error}”.`);
    return;
  }
  const body = typeof answer.body === 'string' && answer.body ? { text: answer.body } : answer.body;
  if (!isRecord(body) || Object.keys(body).length === 0) return;
  const target = { teamId: team.id, userId: person.id, channel: line.channel, bornAt: Date.now(), uses: 0 };
  try {
    respond(team, target, body);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    complain(person, `the answer to ${line.command}`, error);
    person.notice(line.channel, `${line.command} failed with the error “invalid_command_response”.`);
  }
}

export async function submitView(person: SandboxPerson, view: SandboxView, options: SubmitOptions): Promise<Sent> {
  const { team } = person;
  view.errors = options.force ? {} : fieldErrors(view.blocks, view.values);
  delete view.trouble;
  if (Object.keys(view.errors).length > 0) {
    team.world.changed();
    return result(view, NOTHING, false);
  }
  const payload = viewSubmission(team, person.user, view);
  const answer = await team.world.deliver.payload(`submit ${view.callbackId}`, team, payload, options);
  if (answeredWell(answer)) obey(person, view, answer.body);
  else view.trouble = TROUBLE;
  team.world.changed();
  return result(view, answer, true);
}

function result(view: SandboxView, answer: Answer, sent: boolean): Sent {
  const fields: Record<string, string> = {};
  for (const block of view.blocks) {
    const sentence = view.errors[block.block_id];
    if (sentence && isRecord(block.element)) fields[String(block.element.action_id)] = sentence;
  }
  return { ...answer, sent, errors: { ...view.errors }, fields, ...(view.trouble ? { trouble: view.trouble } : {}) };
}

/** Does what `response_action` says; an answer Slack could not use shows the same trouble as none. */
function obey(person: SandboxPerson, view: SandboxView, body: unknown): void {
  const { team } = person;
  const action = isRecord(body) ? body : {};
  const drop = (ids: string[]) => {
    person.stack = person.stack.filter((id) => !ids.includes(id));
    for (const id of ids) team.views.delete(id);
  };
  try {
    if (action.response_action === undefined) drop([view.id]);
    else if (action.response_action === 'clear') drop([...person.stack]);
    else if (action.response_action === 'errors') view.errors = readErrors(view, action.errors);
    else if (action.response_action === 'update') replaceView(view, action.view);
    else if (action.response_action === 'push') pushView(team, person.id, action.view);
    else throw new ApiError('unknown_response_action');
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    complain(person, `the answer to ${view.callbackId}`, error);
    view.trouble = TROUBLE;
  }
}

/** Slack takes errors only for input blocks that are in the view. */
function readErrors(view: SandboxView, errors: unknown): Record<string, string> {
  if (!isRecord(errors) || Object.keys(errors).length === 0) throw new ApiError('invalid_errors');
  const read: Record<string, string> = {};
  for (const [blockId, sentence] of Object.entries(errors)) {
    const block = view.blocks.find((each) => each.block_id === blockId);
    if (block?.type !== 'input' || typeof sentence !== 'string' || !sentence)
      throw new ApiError(`invalid_errors: ${blockId}`);
    read[blockId] = sentence;
  }
  return read;
}

function complain(person: SandboxPerson, what: string, error: ApiError): void {
  person.team.world.ledger.add({
    source: 'slack',
    kind: 'refused',
    workspace: person.team.id,
    summary: `${what} was refused: ${error.code}`,
    detail: { error: error.code, ...error.extra },
  });
}
