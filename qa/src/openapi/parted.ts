/** A document of a service in two parts: its own paths, and those that every service has; each with the components that it needs. */
type Components = Record<string, Record<string, unknown>>;
export type Document = { paths: Record<string, unknown>; components: Components };

export function parted({ paths, components }: Document): { own: Document; ofEvery: Document } {
  // The problems and the scopes are those of the service.
  const { securitySchemes = {}, schemas: { Problem, ...schemas } = {}, ...others } = components;
  const part = (isOfEvery: boolean, some: Components): Document => {
    const chosen = Object.entries(paths).filter(([path]) => path.includes('/{service}/') === isOfEvery);
    const own = Object.fromEntries(chosen);
    return { paths: own, components: neededBy(own, some) };
  };
  const [own, ofEvery] = [
    part(false, { ...others, schemas: { Problem, ...schemas } }),
    part(true, { ...others, schemas }),
  ];
  return { own: { ...own, components: { ...own.components, securitySchemes } }, ofEvery };
}

function neededBy(part: object, all: Components): Components {
  const needed: Components = {};
  const visit = (value: unknown): void => {
    const refs = JSON.stringify(value).matchAll(/"#\/components\/(\w+)\/([^"]+)"/g);
    for (const [, section = '', name = ''] of refs) {
      const component = all[section]?.[name];
      needed[section] ??= {};
      if (component === undefined || name in needed[section]) continue;
      needed[section][name] = component;
      visit(component);
    }
  };
  visit(part);
  return needed;
}
