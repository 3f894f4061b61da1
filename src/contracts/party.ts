import { type Client, partyName } from '../clients/client.ts';
import type { Business } from '../workspaces/workspace.ts';
import type { Version } from './contract.ts';
import { partyOf } from './terms.ts';

/** A name and the lines under it, as they stand on paper. */
export type Party = { name: string; lines: string[] };
export type Parties = { freelancer: Party; client: Party };

/**
 * Both sides as the contract names them. What goes out is written into the evidence, so that a name changed later does
 * not change a contract that was sent.
 */
export function partiesOf(version: Pick<Version, 'terms'>, business: Business, client: Client): Parties {
  const { clientCompany, clientName, clientAddress, clientTaxId, clientEmail } = version.terms;
  return {
    freelancer: {
      name: business.name,
      lines: [...business.address, ...(business.taxId ? [`Tax number ${business.taxId}`] : []), business.email],
    },
    client: {
      name: partyOf(version.terms) ?? partyName(client),
      lines: [
        ...(clientCompany && clientName ? [clientName.value] : []),
        ...(clientAddress ? [clientAddress.value] : (client.address?.split('\n') ?? [])),
        ...(clientTaxId ? [`VAT number ${clientTaxId.value}`] : []),
        ...(clientEmail ? [clientEmail.value] : []),
      ],
    },
  };
}
