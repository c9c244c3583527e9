/** Does the document take what was sent? Then it must not be refused as invalid; and what it does not take must be. */
import { isDeepStrictEqual } from 'node:util';
import { faultsOf, type Parameter } from './document.ts';
import type { Answer } from './http.ts';
import { Violation } from './oracle.ts';
import { typesOf } from './schema.ts';
import type { Sent } from './world.ts';

const deepest = 40;

/** Throws {@link Violation}. `body`: of the answer. */
export function judgeAcceptance(sent: Sent, { status }: Answer, body: unknown): void {
  const accepted = isAccepted(sent);
  const id = sent.operation?.id ?? '';
  if (accepted === false && status < 400)
    throw new Violation(`${id} takes a body that the document does not`, `${sent.body}`.slice(0, 2000));
  const { code, errors = [] } = (body ?? {}) as { code?: string; errors?: unknown[] };
  if (accepted === true && code === 'validation-failed' && errors.length > 0)
    throw new Violation(
      `${id} refuses a body that the document takes`,
      `${JSON.stringify(errors)}\n${sent.body}`.slice(0, 2000),
    );
  const fault = queryFault(sent);
  if (fault !== undefined && status < 400)
    throw new Violation(`${id} takes a query that the document does not`, fault);
}

/** Whether the document takes the body, as far as it is known: `true` and `false` are certain. */
function isAccepted({ operation, body, headers }: Sent): boolean | undefined {
  const schema = operation?.requestBody?.content['application/json']?.schema;
  const isJson = headers.some(([name, value]) => name === 'Content-Type' && value === 'application/json');
  const isEncoded = headers.some(([name]) => name === 'Content-Encoding');
  if (!schema || !isJson || isEncoded || !body || body.length === 0) return undefined;
  // A byte order mark may be there (RFC 8259, 8.1).
  const text = Buffer.from(body)
    .toString()
    .replace(/^\ufeff/, '');
  const value = tryParse(text);
  if (value === undefined) return false;
  // Texts are trimmed before they are measured, which no schema can say.
  if (faultsOf(schema, trimmed(value)) !== undefined) return false;
  const isPlain =
    isDeepStrictEqual(value, trimmed(value)) && !/\\u0000|\\ud[89a-f]|__proto__|constructor/i.test(text);
  return isPlain && faultsOf(schema, value) === undefined ? true : undefined;
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Deeper than any contract it is cut off: what is there does not fit. */
function trimmed(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.trim();
  if (typeof value !== 'object' || value === null || depth > deepest) return value;
  if (Array.isArray(value)) return value.map((item) => trimmed(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, trimmed(inner, depth + 1)]));
}

/** The first parameter that is not declared, or has a value its schema does not take. */
function queryFault({ operation, path }: Sent): string | undefined {
  const declared = operation?.parameters.filter((parameter) => parameter.in === 'query') ?? [];
  if (declared.length === 0 || !path.includes('?')) return undefined;
  const query = new URLSearchParams(path.slice(path.indexOf('?')));
  // Hono sees no parameter in an empty name, nor in `__proto__`.
  const names = [...query.keys()].filter((name) => name !== '' && name !== '__proto__');
  const wrong = names.find((name) => {
    const plain = declared.filter(({ schema }) => !typesOf(schema).includes('object'));
    const parameter = plain.find((one) => one.name === name) ?? fieldOf(declared, name);
    return parameter === undefined || !query.getAll(name).every((value) => isValue(parameter, value.trim()));
  });
  return wrong === undefined ? undefined : `${wrong}=${query.getAll(wrong)}`.slice(0, 200);
}

/** The field of an object in the query (`deepObject`) that this is: `attr[colour]`; its description knows `attr.colour`, too. */
function fieldOf(declared: readonly Parameter[], name: string): Parameter | undefined {
  const [, object, bracketed, dotted] = /^(\w+)(?:\[(.*)\]|\.(.*))$/s.exec(name) ?? [];
  const whole = declared.find((one) => one.name === object && typesOf(one.schema).includes('object'));
  if (whole === undefined || faultsOf(whole.schema.propertyNames ?? {}, bracketed ?? dotted))
    return undefined;
  const field = whole.schema.additionalProperties;
  return typeof field === 'object' ? { in: 'query', name, schema: field } : undefined;
}

function isValue({ schema }: Parameter, text: string): boolean {
  if (typesOf(schema).includes('integer'))
    return /^-?\d+$/.test(text) && faultsOf(schema, Number(text)) === undefined;
  const value = typesOf(schema).includes('array') ? text.split(',') : text;
  return faultsOf(schema, value) === undefined;
}
