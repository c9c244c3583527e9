/** Logs: JSON lines on stdout. No bodies, no credentials; a password inside a URL is cut out of the finished line. */
import { trace } from '@opentelemetry/api';
import { type DestinationStream, type Logger, pino } from 'pino';
import { ErrorGroups, errorIn } from './error-groups.ts';
import { withoutPasswords } from './passwords.ts';

/** What the lines of a logger have said of errors. */
const groups = new WeakMap<Logger, ErrorGroups>();
export const errorGroupsOf = (logger: Logger): ErrorGroups => groups.get(logger) ?? new ErrorGroups();

const warning = 40;
const error = 50;
const hidden = ['password', 'authorization', 'cookie', 'token', 'secret'];

/** `release`: which build has the errors. */
export type LogOptions = { name: string; level: string; release?: string };

/** A pino logger; `destination` is for tests. */
export function createLog(options: LogOptions, destination?: DestinationStream): Logger {
  const errors = new ErrorGroups(options.release);
  const logger = pino(
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
      hooks: {
        streamWrite: withoutPasswords,
        logMethod(args, method, level) {
          const [line, where] = args as unknown[];
          const found = level >= warning ? errorIn(line, String(where ?? ''), level >= error) : undefined;
          if (found !== undefined) errors.add(found);
          method.apply(this, args);
        },
      },
    },
    destination ?? pino.destination({ fd: 1, sync: true }),
  );
  groups.set(logger, errors);
  return logger;
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
