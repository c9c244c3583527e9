/** The build takes it along. */
declare module '*.css';
