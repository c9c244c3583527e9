/** Of the services behind the gateway: the build says them. */
declare const SERVICES: readonly string[];

export const services = SERVICES;
