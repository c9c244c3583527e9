/** Thrown at the start where something the service stands on cannot be used; the message says what to do. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
