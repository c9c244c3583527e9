/** An OpenAPI document as the fuzzer reads it: its operations, with every $ref resolved. */
import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { toStringMethod } from 'fast-check';
import type { ServiceName } from '../src/names.ts';
import type { Resource } from './value.ts';

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
  parameters: Parameter[];
  requestBody: OperationObject['requestBody'];
  responses: OperationObject['responses'];
};

const resources: Readonly<Record<string, Resource>> = {
  ...{ products: 'product', categories: 'category', inventories: 'inventory' },
  ...{ orders: 'order', reservations: 'order', sales: 'order', payments: 'payment', webhooks: 'payment' },
};

/** What an operation is about, and what the id in its path is the id of: `/api/products/{id}/price`, a product. */
export function resourceOf({ path }: Pick<Operation, 'path'>): Resource {
  const resource = resources[path.split('/')[2] ?? ''];
  if (resource === undefined) throw new Error(`what is ${path} about?`);
  return resource;
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
    Object.entries(item).map(([method, { operationId, parameters = [], requestBody, responses }]) => ({
      ...{ service, id: operationId, method: method.toUpperCase(), path },
      ...{ parameters, requestBody, responses },
      // In a counterexample its name says it all.
      [toStringMethod]: () => operationId,
    })),
  );
}

function dereference(value: unknown, document: Document): unknown {
  if (Array.isArray(value)) return value.map((item) => dereference(item, document));
  if (typeof value !== 'object' || value === null) return value;
  const { $ref } = value as { $ref?: string };
  if ($ref !== undefined) return dereference(targetOf($ref, document), document);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, dereference(inner, document)]));
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
