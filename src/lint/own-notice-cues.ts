import { said } from '../briefs/passages/letters.ts';

/** What the two tell each other under the contract, or the form that it needs. */
export const SAID_OF_NOTICES = said(
  'notices?|notifications?|in writing|written form|termination|cancellations?(?! (?:form|policy|page|button))|changes to this contract|mitteilungen|erklärungen|kündigung(?:en)?|schriftform|schriftlich\\p{L}*|textform|stornierung(?:en)?|notifications?|par écrit|forme écrite|résiliations?|annulations?|avis|notificaci(?:ón|ones)|comunicaci(?:ón|ones)|por escrito|forma escrita|rescisi(?:ón|ones)|cancelaci(?:ón|ones)',
);
export const BY_LETTER = said(
  'registered (?:letters?|mail|post)|by (?:post|letter|courier|fax)|paper letters?|signed letters?|recorded delivery|einschreiben|per (?:post|brief|fax|einschreiben)|brief(?:lich)?|auf dem postweg|postalisch|lettres? (?:recommandées?|signées?|simples?)|(?:en|par) recommandé|par (?:courrier|lettre|la poste|fax)|carta (?:certificada|firmada)|por (?:carta|correo (?:postal|certificado)|fax)|correo certificado|burofax',
);
export const BY_MAIL = said(
  'e-?mails?|electronic(?:ally)?|mails?|courriels?|électronique(?:ment)?|elektronisch\\p{L}*|correo electrónico|electrónic[oa]s?|mensajes? de chat|chat',
);
/** It has to be so. */
export const ONLY_SO = said(
  'must|only|has to|have to|shall|required?|requires|exclusively|needs?|valid (?:only|if)|muss|müssen|nur|bedarf|bedürfen|ausschließlich|erforderlich|zwingend|doit|doivent|uniquement|exclusivement|seule?(?:ment)?|obligatoire(?:ment)?|deben?|deberán?|solo|sólo|únicamente|solamente|exclusivamente|tienen? que|ha de|han de|obligatoriamente',
);
