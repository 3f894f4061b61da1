import type { VNode } from 'preact';
import { toHtml } from '../clauses/clause.ts';
import { LinkButton, More } from '../portal/controls.tsx';
import { Badge, Card, Facts, Notice, Prose, Row, type Tone } from '../portal/layout.tsx';
import { formatInstant } from '../shared/dates.ts';
import { typedLines } from '../shared/typed.ts';
import { isChangeOrder } from './change-order.ts';
import type { Version } from './contract.ts';

import { type ContractView, ROLES } from './paper.ts';
import { isPriced } from './terms.ts';
import { priceWords, summaryLines } from './terms-summary.ts';

const BADGES: Partial<Record<Version['state'], readonly [tone: Tone, words: string]>> = {
  sent: ['warn', 'Not signed yet'],
  signed: ['good', 'Signed by both'],
  sealed: ['good', 'Signed and sealed'],
  declined: ['bad', 'Declined'],
};

/** The file of the contract itself has the plain address; a change order's names its version. */
const pdfOf = (version: Version) =>
  isChangeOrder(version) ? `/portal/contract.pdf?version=${version.id}` : '/portal/contract.pdf';

/** The terms in a few lines, and the file. */
export function SummaryCard({ view, signable }: { view: ContractView; signable: boolean }): VNode {
  const { version } = view;
  const badge = BADGES[version.state];
  return (
    <Card title="In short" aside={badge && <Badge tone={badge[0]}>{badge[1]}</Badge>} id="summary">
      <Facts
        rows={summaryLines(version.terms)
          .filter(({ field }) => field !== 'clientName' && field !== 'clientCompany')
          .map(({ label, value }) => [label, typedLines(value)])}
      />
      <Row>
        {signable && <LinkButton href="#sign">Go to signing</LinkButton>}
        <LinkButton href={pdfOf(version)} look="plain" download>
          {version.state === 'sealed' ? 'Download the signed PDF' : 'Download as PDF'}
        </LinkButton>
      </Row>
    </Card>
  );
}

/** The whole text: open while it is to be read and signed, folded once it is signed. */
export function ContractText({ view }: { view: ContractView }): VNode {
  const { version } = view;
  const text = (
    <>
      <Facts
        rows={(['freelancer', 'client'] as const).map((party) => [
          ROLES[party],
          <>
            <b>{view.parties[party].name}</b>
            {view.parties[party].lines.map((line) => (
              <>
                <br />
                {line}
              </>
            ))}
          </>,
        ])}
      />
      <Clauses version={version} named />
      <p class="small">Version {version.number}, made from templates; it is not legal advice.</p>
    </>
  );
  if (version.state === 'sent')
    return (
      <Card title="The contract" id="contract">
        {text}
      </Card>
    );
  return (
    <Card title="The contract" id="contract">
      <More label="Read it again">{text}</More>
    </Card>
  );
}

/** `named`: whether links of the page lead to them; of two contracts on one page only one may be. */
function Clauses({ version, named }: { version: Version; named?: boolean }): VNode {
  return (
    <>
      {version.clauses.map((clause) => (
        <section class="prose" {...(named && { id: `clause-${clause.number}` })}>
          <h3>
            {clause.number}. {clause.title} {clause.custom && <Badge>Custom wording</Badge>}
          </h3>
          <Prose html={toHtml(clause.markdown)} />
        </section>
      ))}
    </>
  );
}

/** Another contract of the same project, folded: what a change order adds to, or what was added. */
export function OtherContract({ view }: { view: ContractView }): VNode {
  const { version } = view;
  const badge = BADGES[version.state] ?? (['quiet', 'Withdrawn'] as const);
  const title = isChangeOrder(version) ? `Change order: ${view.title}` : `The contract: ${view.title}`;
  return (
    <Card title={title} aside={<Badge tone={badge[0]}>{badge[1]}</Badge>}>
      <p>
        {isPriced(version.terms) ? priceWords(version.terms) : 'Nothing to pay'}
        {version.signedAt && <>. Signed {formatInstant(version.signedAt, view.zones.client)}</>}
      </p>
      <More label="Read it again">
        <Clauses version={version} />
      </More>
      <LinkButton href={pdfOf(version)} look="plain" download>
        {version.state === 'sealed' ? 'Download the signed PDF' : 'Download as PDF'}
      </LinkButton>
    </Card>
  );
}

/** Who signed, and when; once sealed also how the file can be checked. */
export function SignaturesCard({ view }: { view: ContractView }): VNode {
  return (
    <Card title="Signatures" id="signatures">
      <Facts
        rows={view.signers.map((signer) => [
          ROLES[signer.party],
          signer.signature ? (
            <>
              <b>{signer.signature.typedName}</b>
              <br />
              {formatInstant(signer.signature.signedAt, view.zones[signer.party])}
            </>
          ) : (
            `${signer.name}, not signed yet`
          ),
        ])}
      />
      <p class="small">
        {view.version.state === 'sealed'
          ? 'The sealed PDF holds the contract and its certificate. Any change to it after sealing shows in a PDF reader.'
          : 'The sealed PDF with its certificate is being made and will come by e-mail in a moment.'}
      </p>
    </Card>
  );
}

/** Why a contract that was once sent is not here to be signed any more. */
export function EndedNotice({ view, at }: { view: ContractView; at: { business: string } }): VNode {
  const { version } = view;
  if (version.state === 'declined')
    return (
      <Notice tone="warn" title="You declined this contract">
        <p>{version.declineReason}</p>
        <p>{at.business} has been told. If you want to go on after all, ask below; a new version can be sent.</p>
      </Notice>
    );
  return (
    <Notice tone="warn" title="This contract was withdrawn">
      <p>{at.business} has taken it back. There is nothing to sign here now. You can ask why below.</p>
    </Notice>
  );
}
