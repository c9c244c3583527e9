/** Reads server-sent events, as the HTML standard says. A message without data only says where the stream is. */
export type Message = { id: string; event: string; data: string };

/** `id`: of the last message before. */
export async function* messagesOf(
  body: ReadableStream<Uint8Array>,
  id: string,
): AsyncGenerator<Message, void, undefined> {
  let [lastId, event, rest] = [id, 'message', ''];
  let data: string[] = [];
  for await (const text of textsOf(body)) {
    // A return at the very end may be the first half of a line end.
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop()!;
    for (const line of lines) {
      if (line === '') {
        yield { id: lastId, event, data: data.join('\n') };
        [event, data] = ['message', []];
        continue;
      }
      const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line)!;
      if (field === 'id') lastId = value;
      else if (field === 'event') event = value;
      else if (field === 'data') data.push(value);
    }
  }
}

/** Not every browser iterates over a stream. */
async function* textsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield decoder.decode(value, { stream: true });
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
