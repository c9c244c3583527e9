/** The build takes it along. */
declare module '*.css';

/** Values that the style of a column is made of. */
declare namespace React {
  interface CSSProperties {
    [name: `--${string}`]: string | undefined;
  }
}
