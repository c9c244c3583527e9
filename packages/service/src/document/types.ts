import type { Access } from '../auth/access.ts';

/** The parts of an OpenAPI 3.1 document that are touched when it is completed. A header, a response and a parameter may be a reference. */
export type Header = {
  $ref?: string;
  description?: string;
  required?: boolean;
  schema?: object;
  example?: unknown;
};
export type Schema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  default?: unknown;
  example?: unknown;
  items?: Schema;
  properties?: Record<string, Schema>;
};
export type Example = { summary: string; value: object };
export type Examples = Record<string, Example>;
export type Media = { schema?: Schema; 'x-item-schema'?: Schema; examples?: Examples };
export type Response = {
  $ref?: string;
  description?: string;
  headers?: Record<string, Header>;
  content?: Record<string, Media>;
};
export type Parameter = {
  $ref?: string;
  in?: string;
  name?: string;
  required?: boolean;
  description?: string;
  schema?: Schema;
};
export type Operation = {
  operationId?: string;
  description?: string;
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content?: Record<string, Media> };
  responses: Record<string, Response>;
  /** As it was declared. */
  access?: Access;
  'x-access'?: Access;
  /** A change of something that has no version: it takes no If-Match. */
  'x-unversioned'?: boolean;
  security?: Record<string, string[]>[];
};
export type Document = {
  /** Of the events that the service writes. */
  'x-categories'?: readonly string[];
  paths: Record<string, Record<string, Operation>>;
  components?: {
    schemas?: Record<string, Schema>;
    responses?: Record<string, Response>;
    headers?: Record<string, Header>;
    parameters?: Record<string, Parameter>;
    securitySchemes?: object;
  };
};

/** What a `$ref` to a schema leads to, or the schema itself. */
export function resolved(document: Document, schema: Schema): Schema {
  const name = schema.$ref?.replace('#/components/schemas/', '');
  return name === undefined ? schema : (document.components?.schemas?.[name] ?? schema);
}
