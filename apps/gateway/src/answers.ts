/** What the gateway answers itself: problems, as all services have them. */
import { problemAnswer, withKernel } from '@quickmart/service';
import type { Logger } from 'pino';
import type { Asked } from './asked.ts';
import { problems as own } from './problems.ts';

const problems = withKernel(own);
export type Answers = (
  asked: Asked,
  code: string,
  detail: string,
  headers?: Record<string, string>,
) => Response;

/** No service has seen these requests, so none has logged them. */
export const answers =
  (logger: Logger): Answers =>
  ({ request, path }, code, detail, headers = {}) => {
    const response = problemAnswer(problems, code, detail, { request, headers });
    const { method } = request;
    const correlationId = response.headers.get('X-Correlation-Id');
    const line = { method, path, status: response.status, code, correlationId };
    if (response.status >= 500) logger.info(line, 'request');
    else logger.debug(line, 'request');
    return response;
  };
