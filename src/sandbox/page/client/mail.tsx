import { useContext, useEffect, useState } from 'preact/hooks';
import { useFetched } from './connection.ts';
import { shortDay, timeOf } from './dates.ts';
import { Icon } from './icons.tsx';
import { ScreenContext } from './screen.ts';

interface Address {
  name: string;
  address: string;
}

interface Mail {
  id: string;
  at: string;
  from: Address[];
  to: Address[];
  replyTo: Address[];
  subject: string;
  kind: string | null;
  preview: string;
  link: string | null;
  code: string | null;
  hasHtml: boolean;
  attachments: { filename: string; contentType: string; size: number; url: string }[];
}

const who = (addresses: Address[]) => addresses.map((each) => each.name || each.address).join(', ');

/** Everybody's mail: the client's, mostly. */
export function Mailbox({ wanted, onWanted }: { wanted: string; onWanted: (id: string) => void }) {
  const { state, act } = useContext(ScreenContext);
  const listing = useFetched<{ mails: Mail[] }>('/ui/mail', state.mails);
  const mails = listing?.mails ?? [];
  const mail = mails.find((each) => each.id === wanted);
  // Opening a mail is what marks it read
  useEffect(() => {
    if (mail) void act({ do: 'read-mail', id: mail.id });
  }, [mail?.id]);
  return (
    <section class={`conversation mailbox ${mail ? 'reading' : ''}`} aria-label="Mailbox">
      <header class="place-head">
        <h1>Mailbox</h1>
        <p>All mail the app sent, to whomever</p>
      </header>
      <div class="mail-columns">
        <ol class="mail-list">
          {mails.length === 0 && <li class="empty">No mail yet. When a contract is sent, it arrives here.</li>}
          {mails.map((each) => (
            <li>
              <button
                type="button"
                aria-current={each.id === wanted}
                onClick={() => onWanted(each.id)}
                data-mail={each.kind ?? ''}
              >
                <span class="mail-top">
                  <strong>{who(each.to)}</strong>
                  <time dateTime={each.at}>
                    {shortDay(Date.parse(each.at), state.zone)} {timeOf(Date.parse(each.at), state.zone)}
                  </time>
                </span>
                <span class="mail-subject">{each.subject}</span>
                <small>{each.preview}</small>
              </button>
            </li>
          ))}
        </ol>
        {mail ? (
          <OpenMail key={mail.id} mail={mail} onBack={() => onWanted('')} />
        ) : (
          <p class="empty wide-only">Choose a mail to read it.</p>
        )}
      </div>
    </section>
  );
}

type Tab = 'page' | 'text' | 'source';

function OpenMail({ mail, onBack }: { mail: Mail; onBack: () => void }) {
  const [tab, setTab] = useState<Tab>(mail.hasHtml ? 'page' : 'text');
  const tabs: [Tab, string][] = [
    ...(mail.hasHtml ? ([['page', 'As shown']] as [Tab, string][]) : []),
    ['text', 'Text part'],
    ['source', 'Source'],
  ];
  return (
    <article class="mail">
      <button type="button" class="quiet narrow-only" onClick={onBack}>
        ← All mail
      </button>
      <h2>{mail.subject}</h2>
      <dl>
        <dt>From</dt>
        <dd>{mail.from.map((each) => `${each.name} <${each.address}>`).join(', ')}</dd>
        <dt>To</dt>
        <dd>{mail.to.map((each) => `${each.name} <${each.address}>`).join(', ')}</dd>
        {mail.replyTo.length > 0 && (
          <>
            <dt>Answers to</dt>
            <dd>{mail.replyTo.map((each) => each.address).join(', ')}</dd>
          </>
        )}
      </dl>
      <p class="row">
        {mail.link && (
          <a class="button primary" href={mail.link} target="_blank" rel="noreferrer" data-link>
            Open its link as {who(mail.to).split(' ')[0]} ↗
          </a>
        )}
        {mail.code && (
          <span class="code">
            Code <strong>{mail.code}</strong>
          </span>
        )}
        {mail.attachments.map((file) => (
          <a class="file" href={file.url} target="_blank" rel="noreferrer">
            <Icon name="file" /> {file.filename} <small>{Math.ceil(file.size / 1024)} KB</small>
          </a>
        ))}
      </p>
      <div class="tabs" role="tablist" aria-label="How to show the mail">
        {tabs.map(([name, label]) => (
          <button
            type="button"
            role="tab"
            aria-selected={tab === name}
            aria-controls="mail-body"
            id={`tab-${name}`}
            onClick={() => setTab(name)}
          >
            {label}
          </button>
        ))}
      </div>
      <div id="mail-body" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {tab === 'page' ? (
          <Framed id={mail.id} subject={mail.subject} />
        ) : (
          <Plain path={`/ui/mail/${mail.id}/${tab}`} />
        )}
      </div>
    </article>
  );
}

function useText(path: string): string {
  const [text, setText] = useState('');
  useEffect(() => {
    let current = true;
    fetch(path)
      .then((response) => response.text())
      .then((fresh) => {
        if (current) setText(fresh);
      })
      .catch(() => {});
    return () => {
      current = false;
    };
  }, [path]);
  return text;
}

function Plain({ path }: { path: string }) {
  const text = useText(path);
  return <pre class="mail-text">{text}</pre>;
}

/** The mail's own HTML, without script, its links in tabs of their own. */
function Framed({ id, subject }: { id: string; subject: string }) {
  const html = useText(`/ui/mail/${id}/html`);
  // A frame that is filled twice in a row may stay at the first, empty one.
  if (!html) return <p class="empty">Opening…</p>;
  return (
    <iframe
      title={subject}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      srcDoc={`<base target="_blank">${html}`}
    />
  );
}
