/** The services that there are: the folders of `apps/` with a `src/service.ts`. There is no list of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { StartError } from '../process/start-error.ts';
import type { AnyDefinition } from './definition.ts';

const apps = new URL('../../../../apps/', import.meta.url);
const fileOf = (name: string): URL => new URL(`${name}/src/service.ts`, apps);

const isName = (name: string): boolean => /^[a-z][a-z0-9-]*$/.test(name);

/** Without importing any of them. @throws StartError where a folder has a name that no service can have. */
export function serviceNames(): string[] {
  const names = readdirSync(apps).filter((name) => existsSync(fileOf(name)));
  const wrong = names.find((name) => !isName(name));
  if (wrong !== undefined)
    throw new StartError(`apps/${wrong} is no name of a service: lower-case letters, digits and dashes only`);
  return names.sort();
}

/** The one that stands before all others. What it says is what they say, and it keeps nothing. */
export const gatewayName = 'gateway';
export const namesBehind = (): string[] => serviceNames().filter((name) => name !== gatewayName);

/** @throws StartError where there is none of this name. */
export async function findService(name: string): Promise<AnyDefinition> {
  if (!isName(name) || !existsSync(fileOf(name)))
    throw new StartError(`there is no service ${name}: there are ${serviceNames().join(', ')}`);
  const { default: definition }: { default?: AnyDefinition } = await import(fileOf(name).href);
  if (definition === undefined)
    throw new StartError(`apps/${name}/src/service.ts has no \`export default defineService({ … })\``);
  if (definition.name !== name)
    throw new StartError(
      `apps/${name}/src/service.ts defines ${definition.name}: give it the name of its folder`,
    );
  return definition;
}

/** By their ports. */
export async function allServices(): Promise<AnyDefinition[]> {
  const found = await Promise.all(serviceNames().map(findService));
  return found.sort((one, other) => one.port - other.port);
}

/** Where events may stand: the categories of all services. */
export async function allCategories(): Promise<string[]> {
  const aggregates = (await allServices()).flatMap((service) => service.aggregates);
  return [...new Set(aggregates.map(({ category }) => category))];
}

/**
 * Its port, read from the text of its definition: to import all services takes a second, and more memory than whoever only
 * starts and watches processes should have. A test compares it with what the definition says.
 */
export function portOf(name: string): number {
  const port = /^ {2}port: (\d+),$/m.exec(readFileSync(fileOf(name), 'utf8'))?.[1];
  if (port === undefined)
    throw new StartError(`apps/${name}/src/service.ts has no line \`port: 3010,\` in its definition`);
  return Number(port);
}
