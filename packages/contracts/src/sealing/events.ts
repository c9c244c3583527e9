/** What is said about the keys of personal data. */
import { z } from 'zod';
import { type EventsOf, event } from '../event.ts';
import { id } from '../shapes.ts';

export type SubjectEvents = EventsOf<typeof import('./events.ts')>;

/** The key of a person is destroyed: what was sealed for them opens for nobody any more. */
export const subjectErased = event('SubjectErasedEvent', z.object({ subject: id }));
