/** Logs: JSON lines on stdout. No bodies, no credentials; a password inside a URL is cut out of the finished line. */
import { trace } from '@opentelemetry/api';
import { type DestinationStream, type Logger, pino } from 'pino';

/** `user:password@` of any URL, also inside an error's message or stack. */
const urlPassword = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/?#"@]*):[^\s/?#"]+@/gi;
/** Of a parameter of a URL. */
const parameterPassword = /(\b\w*password=)[^\s&"#]+/gi;
export const withoutPasswords = (text: string): string =>
  text.replace(urlPassword, '$1:***@').replace(parameterPassword, '$1***');

const hidden = ['password', 'authorization', 'cookie', 'token', 'secret'];

/** A pino logger; `destination` is for tests. */
export function createLog(options: { name: string; level: string }, destination?: DestinationStream): Logger {
  return pino(
    {
      name: options.name,
      level: options.level,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        bindings: ({ name, pid }) => ({ service: name, pid }),
      },
      redact: { paths: hidden.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '***' },
      mixin: traceFields,
      serializers: { err: errorFields },
      hooks: { streamWrite: withoutPasswords },
    },
    destination ?? pino.destination({ fd: 1, sync: true }),
  );
}

/** Which span a line was written in, by the names that log stores know. */
function traceFields(): object {
  const span = trace.getActiveSpan()?.spanContext();
  return span === undefined ? {} : { trace_id: span.traceId, span_id: span.spanId };
}

/** A driver's error may carry the command it failed with, and so the data: only these fields are logged. */
function errorFields(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const { code } = error as NodeJS.ErrnoException;
  return { name, message, code, stack, ...(cause === undefined ? {} : { cause: errorFields(cause) }) };
}
