/** The names of settings in the environment. */

/** `initialStock` → `INITIAL_STOCK` */
export const variableName = (setting: string): string =>
  setting.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** Of one service, where several have the same environment: `gift-card`, `databaseUrl` → `GIFT_CARD_DATABASE_URL` */
export const variableOf = (service: string, setting: string): string =>
  `${service.replaceAll('-', '_').toUpperCase()}_${variableName(setting)}`;
