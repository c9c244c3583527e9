/** An OpenAPI document as the fuzzer reads it: its operations, with every $ref resolved. */
import type { Access } from '@quickmart/service';
import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { toStringMethod } from 'fast-check';
import type { ServiceName } from '../../src/names.ts';

/** JSON Schema 2020-12, as far as the documents use it. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  propertyNames?: Schema;
  minProperties?: number;
  maxProperties?: number;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  not?: Schema;
  example?: unknown;
};
export type Parameter = {
  in: 'path' | 'query' | 'header';
  name: string;
  required?: boolean;
  explode?: boolean;
  schema: Schema;
};
export type Header = { required?: boolean; schema?: Schema };
export type Media = Record<
  string,
  { schema?: Schema; example?: unknown; examples?: object; 'x-item-schema'?: Schema }
>;
export type OperationObject = {
  operationId: string;
  summary?: string;
  tags?: string[];
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Media };
  'x-access'?: Access;
  responses: Record<string, { description?: string; content?: Media; headers?: Record<string, Header> }>;
};
export type Document = {
  openapi: string;
  info: { title: string; description: string };
  tags?: { name: string }[];
  components: { schemas: Record<string, Schema> };
  paths: Record<string, Record<string, OperationObject>>;
};

export type Operation = {
  service: ServiceName;
  id: string;
  method: string;
  path: string;
  /** Whose ids the id in its path is one of: `/api/products/{id}/price`, those of `products`. */
  resource: string;
  /** Whether a POST makes such a thing; other things are made by events of other services. */
  isMadeHere: boolean;
  parameters: Parameter[];
  /** Who may use it. */
  access: Access | undefined;
  requestBody: OperationObject['requestBody'];
  responses: OperationObject['responses'];
};

const collectionOf = (path: string): string => path.split('/')[2] ?? '';

/** A collection that nothing is created in may name whose ids it goes by: `/api/reservations/{orderId}`, those of `orders`. */
function subjectOf(path: string, paths: Document['paths']): Pick<Operation, 'resource' | 'isMadeHere'> {
  const collection = collectionOf(path);
  const isMadeHere = paths[`/api/${collection}`]?.post !== undefined;
  const owner = isMadeHere ? undefined : /\{(\w+)Id\}/.exec(path)?.[1];
  return { resource: owner === undefined ? collection : `${owner}s`, isMadeHere };
}

/** Where one of what the operation is about is read; undefined where there is no such path. */
export function itemOf(
  { service, path }: Operation,
  operations: readonly Operation[],
): Operation | undefined {
  const item = new RegExp(`^/api/${collectionOf(path)}/\\{\\w+\\}$`);
  return operations.find((one) => one.service === service && one.method === 'GET' && item.test(one.path));
}

export async function fetchDocument(url: string): Promise<Document> {
  const response = await fetch(`${url}/openapi.json`);
  if (response.status !== 200) throw new Error(`${url}/openapi.json answers ${response.status}`);
  return (await response.json()) as Document;
}

/** Every operation of a document; its schemas hold no `$ref` any more. The contracts have no recursive shapes. */
export function operationsOf(service: ServiceName, document: Document): Operation[] {
  const { paths } = dereference(document, document) as Document;
  // The probes take nothing, and a service that is not ready says so.
  const own = Object.entries(paths).filter(([path]) => path.startsWith('/api/'));
  return own.flatMap(([path, item]) =>
    Object.entries(item).map(
      ([method, { operationId, parameters = [], requestBody, responses, ...more }]) => ({
        service,
        id: operationId,
        method: method.toUpperCase(),
        path,
        ...subjectOf(path, paths),
        access: more['x-access'],
        parameters,
        requestBody,
        responses,
        // In a counterexample its name says it all.
        [toStringMethod]: () => operationId,
      }),
    ),
  );
}

/** What several refer to is the same object for all of them: it is compiled once. */
function dereference(value: unknown, document: Document, known = new Map<string, unknown>()): unknown {
  const inside = (inner: unknown) => dereference(inner, document, known);
  if (Array.isArray(value)) return value.map(inside);
  if (typeof value !== 'object' || value === null) return value;
  const { $ref } = value as { $ref?: string };
  if ($ref === undefined)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inside(inner)]));
  if (!known.has($ref)) known.set($ref, inside(targetOf($ref, document)));
  return known.get($ref);
}

function targetOf(ref: string, document: Document): unknown {
  const target = ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
  if (target === undefined) throw new Error(`${ref} leads nowhere`);
  return target;
}

const ajv = new Ajv2020({ strict: false, strictNumbers: true, allErrors: true });
formats.default(ajv);
const compiled = new WeakMap<Schema, ValidateFunction>();

/** What is wrong with a value; undefined where it is valid. */
export function faultsOf(schema: Schema, value: unknown): string | undefined {
  const validate = compiled.get(schema) ?? ajv.compile(schema);
  compiled.set(schema, validate);
  return validate(value) ? undefined : ajv.errorsText(validate.errors);
}
