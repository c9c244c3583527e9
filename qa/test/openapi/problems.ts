/** The problems of all services in one. A code that two services have means the same in both: a test says so. */
import { problemShape, withKernel } from '@quickmart/service/problems';
import { services } from '../../src/services.ts';

export const problems = withKernel(Object.assign({}, ...services.map((service) => service.problems)));
export const problem = problemShape(problems).strict();
