/**
 * What a signer ticks. A text, once used, is never changed: signatures name it by id, and the certificate prints it. A
 * better wording is a new entry, and `CONSENT_NOW` then points at it.
 */
export const CONSENTS = {
  'freelancer-1':
    'I have checked this contract, I sign it electronically with my typed name, and I want it to be sent for signature to the client.',
  'client-1':
    'I have read this contract and agree to it. I sign it electronically with my typed name, and I agree to receive it and its signed copy by e-mail.',
} as const;

export type ConsentId = keyof typeof CONSENTS;

export const CONSENT_NOW: Record<'freelancer' | 'client', ConsentId> = {
  freelancer: 'freelancer-1',
  client: 'client-1',
};

export function consentText(id: string): string {
  return id in CONSENTS ? CONSENTS[id as ConsentId] : id;
}
