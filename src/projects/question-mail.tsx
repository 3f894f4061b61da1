import { Mail, MailButton, type MailContent, mailHtml, mailText, Quote, Small, Text } from '../mail/layout.tsx';
import type { WayIn } from './letter.ts';
import type { Question } from './question.ts';

/** The freelancer's answer, with the question it is to. */
export function answerMail(facts: { question: Question; title: string; business: string; wayIn: WayIn }): MailContent {
  const { question, title, business, wayIn } = facts;
  const answer = question.answer ?? '';
  const who = question.answeredBy ?? business;
  const opening = `${who} has answered your question about “${title}”.`;
  return {
    subject: `Answer to your question: ${title}`,
    text: mailText(
      business,
      `Hello ${question.askedBy},`,
      opening,
      'You asked:',
      marked(question.body),
      'The answer:',
      marked(answer),
      [wayIn.url, `The link is yours alone. If the page asks for a code, it is ${wayIn.code}`],
    ),
    html: mailHtml(
      <Mail business={business} title="Your question is answered" preview={answer.slice(0, 120)}>
        <Text>Hello {question.askedBy},</Text>
        <Text>{opening}</Text>
        <Small>You asked:</Small>
        <Quote>{question.body}</Quote>
        <Small>The answer:</Small>
        <Quote>{answer}</Quote>
        <MailButton href={wayIn.url} code={wayIn.code}>
          Back to the page
        </MailButton>
      </Mail>,
    ),
  };
}

/** Words of a person, marked line by line, so that they can't pass for ours. */
function marked(words: string): string[] {
  return words.split('\n').map((line) => `> ${line}`);
}
