/**
 * Node lets a request go that nobody holds, and with it the way from its signal to what is under way: after a garbage collection neither
 * a time limit nor an abort would come. So a request is held while it is sent, and for as long as somebody reads its answer.
 */
export type Send = (request: Request) => Promise<Response>;

const underWay = new Set<Request>();
const ofBodies = new WeakMap<ReadableStream, Request>();

export const held =
  (send: Send): Send =>
  async (request) => {
    underWay.add(request);
    try {
      const answer = await send(request);
      if (answer.body) ofBodies.set(answer.body, request);
      return answer;
    } finally {
      underWay.delete(request);
    }
  };
