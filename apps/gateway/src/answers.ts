/** What the gateway answers itself: problems, as all services have them. */
import type { HttpBindings } from '@hono/node-server';
import { problemAnswer, withKernel } from '@quickmart/service';
import type { Context } from 'hono';
import type { Logger } from 'pino';
import { problems as own } from './problems.ts';

type Headers = Record<string, string>;
export type FrontEnv = {
  Bindings: HttpBindings;
  /** `limits`: headers that are still to be said with the answer. */
  Variables: { limits: Headers | undefined };
};
export type FrontContext = Context<FrontEnv>;

const problems = withKernel(own);
export type Answers = (c: FrontContext, code: string, detail: string, headers?: Headers) => Response;

/** No service has seen these requests, so none has logged them. */
export const answers =
  (logger: Logger): Answers =>
  (c, code, detail, headers = {}) => {
    const response = problemAnswer(problems, code, detail, { request: c.req.raw, headers });
    const { method, path } = c.req;
    const correlationId = response.headers.get('X-Correlation-Id');
    const line = { method, path, status: response.status, code, correlationId };
    if (response.status >= 500) logger.info(line, 'request');
    else logger.debug(line, 'request');
    return response;
  };
