/** A request as a diagnosis states it: texts as typed or as AWS printed them. */
export interface StatedRequest {
  readonly principal?: string | undefined;
  readonly action?: string | undefined;
  readonly resource?: string | undefined;
  readonly resourceAccount?: string | undefined;
  readonly context?: Readonly<Record<string, unknown>> | undefined;
  readonly absent?: readonly string[] | undefined;
  readonly present?: readonly string[] | undefined;
}
