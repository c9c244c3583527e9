/**
 * The names of what spans say, in one place: those of OpenTelemetry's semantic conventions, and ours below `quickmart.`. A
 * value is an id, a name of the code or a number, never what a person has written.
 */
export const conventions = {
  errorType: 'error.type',
  httpMethod: 'http.request.method',
  httpRoute: 'http.route',
  httpStatus: 'http.response.status_code',
  serverAddress: 'server.address',
  serverPort: 'server.port',
  urlScheme: 'url.scheme',

  messagingSystem: 'messaging.system',
  operationName: 'messaging.operation.name',
  operationType: 'messaging.operation.type',
  /** The category. */
  destination: 'messaging.destination.name',
  partition: 'messaging.destination.partition.id',
  group: 'messaging.consumer.group.name',
  /** The id of the event, or of the timer. */
  messageId: 'messaging.message.id',
  batchSize: 'messaging.batch.message_count',

  serviceInstance: 'service.instance.id',
  serviceName: 'service.name',
  serviceNamespace: 'service.namespace',
  serviceVersion: 'service.version',

  aggregateId: 'quickmart.aggregate.id',
  attempt: 'quickmart.attempt',
  correlationId: 'quickmart.correlation.id',
  eventType: 'quickmart.event.type',
  timerType: 'quickmart.timer.type',
  paymentProvider: 'quickmart.payment.provider',
  paymentOutcome: 'quickmart.payment.outcome',
  /** What a command was answered instead of events. */
  refusal: 'quickmart.refusal',
} as const;
