/**
 * What every answer must be, whatever was asked: as the document says, never a 5xx (but a 503 that passes), problems
 * without a word about the inside. Judged from what was sent and what came back only.
 */
import { problem } from '../openapi/problems.ts';
import { headerFaults } from './answer-headers.ts';
import { faultsOf, type Operation } from './document.ts';
import type { Answer } from './http.ts';
import type { Sent } from './world.ts';

/** Something is wrong with the system, not with the test. `kind` is for telling findings apart. */
export class Violation extends Error {
  override readonly name = 'Violation';
  readonly kind: string;
  constructor(kind: string, detail = '') {
    super(detail === '' ? kind : `${kind}: ${detail}`);
    this.kind = kind;
  }
}

/** The body of an answer, checked; one value per line of NDJSON. Throws {@link Violation}. */
export function judge(sent: Sent, answer: Answer): unknown {
  const text = textOf(answer);
  const [fault] = sent.operation
    ? headerFaults(sent.operation, answer.status, Object.keys(answer.headers))
    : [];
  if (fault !== undefined) throw new Violation(`${sent.operation?.id} ${answer.status}: ${fault}`);
  if (answer.status >= 400) return sent.method === 'HEAD' ? undefined : judgeProblem(sent, answer, text);
  if (sent.correlationId !== undefined && answer.headers['x-correlation-id'] !== sent.correlationId)
    throw new Violation('the correlation id does not come back');
  return sent.operation ? judgeSuccess(sent.operation, answer, text) : undefined;
}

function textOf({ bytes }: Answer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Violation('an answer is not UTF-8');
  }
}

/** A line of a stack ends with its line and column, a time with its seconds and a Z. */
const inside =
  /\bat .+:\d+:\d+(?![\d.Z])|node_modules|node:internal|file:\/\/|\/(?:work|home|tmp|usr)\/|\.(?:ts|js|mjs|lua)\b:?\d|ReplyError|[A-Z][A-Za-z]+Error\b|SQLITE|sqlite|drizzle|ioredis|\bEC[A-Z]{4,}|ERR_[A-Z]|WRONGTYPE|NOSCRIPT|user_script|Cannot read/;

function judgeProblem(sent: Sent, { status, headers }: Answer, text: string): unknown {
  if (headers['content-type'] !== 'application/problem+json')
    throw new Violation(
      'a refusal is no problem',
      `${status} ${headers['content-type']} ${text.slice(0, 200)}`,
    );
  const parsed = problem.safeParse(parse(text));
  if (!parsed.success)
    throw new Violation('a problem is not as the contract says', `${text}\n${parsed.error.message}`);
  const body = parsed.data;
  const { code } = body;
  if (body.status !== status)
    throw new Violation('the status of a problem is not that of HTTP', `${body.status}, ${status}`);
  // `instance` is the path as it was asked for.
  const leak = inside.exec(JSON.stringify({ ...body, instance: '' }));
  if (leak) throw new Violation('a problem tells about the inside', `${leak[0]} in ${text}`);
  if (status >= 500 && status !== 503) throw new Violation(`${status}`, text);
  if ((status === 503 || status === 429) && !/^\d+$/.test(headers['retry-after'] ?? ''))
    throw new Violation(`${status} without Retry-After`, text);
  if (code === 'method-not-allowed') judgeAllow(sent, headers.allow);
  else if (sent.operation && !(status in sent.operation.responses))
    throw new Violation(`${sent.operation.id} does not declare ${status}`, code);
  return body;
}

function judgeAllow({ method }: Sent, allow: string | undefined): void {
  if (allow === undefined || allow.split(', ').includes(method))
    throw new Violation('405 with a wrong Allow', `${allow}`);
}

function judgeSuccess({ id, responses }: Operation, answer: Answer, text: string): unknown {
  const { status, headers } = answer;
  const declared = responses[status];
  if (!declared) throw new Violation(`${id} does not declare ${status}`);
  const [media, content] = Object.entries(declared.content ?? {})[0] ?? [];
  if (media === undefined) {
    if (text !== '') throw new Violation(`${id} ${status} has a body that is not declared`);
    return undefined;
  }
  if (headers['content-type']?.split(';')[0] !== media)
    throw new Violation(`${id} ${status} is not ${media}`, headers['content-type']);
  const values = media.includes('ndjson') ? text.split('\n').filter(Boolean).map(parse) : [parse(text)];
  for (const value of values) {
    const faults = faultsOf(content?.schema ?? {}, value);
    if (faults)
      throw new Violation(`${id} ${status} is not as the document says`, `${faults}\n${text.slice(0, 2000)}`);
  }
  judgeVersion(id, answer, values[0]);
  return media.includes('ndjson') ? values : values[0];
}

function judgeVersion(id: string, { status, headers }: Answer, body: unknown): void {
  const { version } = (body ?? {}) as { version?: number };
  if (version !== undefined && headers.etag !== `"${version}"`)
    throw new Violation(`${id}: ETag is not the version`, `${headers.etag}, ${version}`);
  if (status === 201 && !headers.location) throw new Violation(`${id}: 201 without Location`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Violation('an answer is not JSON', text.slice(0, 200));
  }
}
