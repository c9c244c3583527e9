/**
 * What many operations say in the same words stands once among the components, and they refer to it: the answers that refuse,
 * named after their codes, and the headers of requests and answers. It is most of a document.
 */
import { isDeepStrictEqual } from 'node:util';
import { examplesIn } from './openapi.ts';
import type { Document, Operation, Response } from './types.ts';

type Part = Pick<Document, 'components'> & {
  paths: Record<string, Record<string, Pick<Operation, 'parameters' | 'responses'>>>;
};

/** @throws Error where two of one name differ */
export function share(document: Part): void {
  const { parameters, responses, headers, ...others } = document.components ?? {};
  const shared = { parameters: { ...parameters }, responses: { ...responses }, headers: { ...headers } };
  for (const operation of Object.values(document.paths).flatMap((item) => Object.values(item))) {
    operation.parameters = (operation.parameters ?? []).map((parameter) =>
      parameter.in === 'header'
        ? refer('parameters', shared.parameters, headerName(parameter), parameter)
        : parameter,
    );
    for (const [status, response] of Object.entries(operation.responses)) {
      const name = nameOf(response);
      for (const [header, one] of Object.entries(response.headers ?? {}))
        if (one.$ref === undefined)
          response.headers![header] = refer(
            'headers',
            shared.headers,
            headerName({ name: header, ...one }),
            one,
          );
      if (name !== undefined)
        operation.responses[status] = refer('responses', shared.responses, name, response);
    }
  }
  document.components = { ...others, ...shared };
}

type Reference = { $ref: string };

function refer<One>(section: string, all: Record<string, One>, name: string, one: One): Reference {
  all[name] ??= one;
  if (!isDeepStrictEqual(all[name], one)) throw new Error(`there are two ${section} ${name}`);
  return { $ref: `#/components/${section}/${name}` };
}

const headerName = ({ name, required }: { name?: string; required?: boolean }): string =>
  required ? `${name}.required` : `${name}`;

/** Undefined: no refusal, or a reference already. */
function nameOf(response: Response): string | undefined {
  const codes = Object.keys(examplesIn(response));
  if (codes.length === 0) return undefined;
  return [...codes, ...('Idempotency-Replayed' in (response.headers ?? {}) ? ['replayed'] : [])].join('.');
}
