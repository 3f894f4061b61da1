import { said } from '../passages/letters.ts';

const TAX =
  '(?:vat|gst|hst|(?:sales )?tax(?:es)?|ust\\p{L}*|mwst|umsatzsteuer\\p{L}*|mehrwertsteuer\\p{L}*|tva|iva|steuer)';

/** Somebody says of a reason that it does not hold. */
export const DENIED_BEFORE = said(
  "(?:no|not|never|without|drop|remove|delete|skip|neither|nor|\\p{L}{2,5}n['’]t|no longer|kein(?:e[nmrs]?)?|nicht|ohne|pas|sans|ni|sin)(?: (?:an?|the|any|under|eine?n?|unter|de|d['’]|la|le|en|al|el|se|apply|use|using|anwend\\p{L}*|hay|habrá|existe|procede|cabe|aplica\\p{L}*|corresponde|ha lugar))*[ (“\"]*$",
);
export const DENIED_AFTER = said(
  `^[ )”",:]*(?:is |ist |est |es |queda |kommt |will be )?(?:(?:do|does|did|is|was|will|would|can|should)(?:n['’]t| not)(?! only)|won['’]t|no longer|cannot|can['’]t|never|out of the question|ruled out|off the table|excluded|not applicable|n/a|(?:gilt|gelten|greift|greifen|passt|zählt|kommt|findet|ist|wird|trifft|betrifft|fällt)(?: (?!(?:und|aber|oder|weil|da)(?!\\p{L}))\\p{L}+){0,3} (?:nicht|nie|keine[nrs]?)(?! ${TAX})|nicht (?:in frage|anwendbar|möglich|relevant)|entfällt|ausgeschlossen|scheidet aus|(?:ne |n['’])(?:\\p{L}+['’])?\\p{L}+(?: \\p{L}+)? (?:pas|plus|jamais)|non applicable|exclue?|hors de question|no (?:se )?(?:aplica|procede|cabe|corresponde|vale|opera|entra|es)|descartad[ao]|[^,.;]{0,40}(?:but|aber|mais|pero) (?:not|nicht|pas|no))`,
);
/** A denial somewhere near that is not of the tax itself: "not for us under reverse charge". */
export const DOUBTED_BEFORE = said(
  `(?:not|never|nicht|nie|kein(?:e[nmrs]?)?|pas|jamais|nunca|\\p{L}{2,5}n['’]t)(?!(?: \\S+){0,4} ${TAX})(?: (?!(?:but|aber|sondern|mais|pero|sino|und|and|et|y|because|weil|da|as)(?!\\p{L}))[^\\s,]+){0,4} ?$`,
);
export const DOUBTED_AFTER = said(
  `^(?: (?!(?:and|und|et|y|because|weil|so|daher|means|heißt)(?!\\p{L}))[^\\s,.;:]+){1,4} (?:not|nicht|pas|never|nie)(?! \\S* ?${TAX})`,
);

/** Nobody knows yet, or it depends on something. */
export const UNSURE = said(
  'if|whether|maybe|perhaps|possibly|unless|in case|where applicable|if applicable|not sure|unsure|do (?:we|i|you)|does|should (?:we|i)|tbc|tbd|to be confirmed|check|ask|find out|falls|ob|wenn|vielleicht|eventuell|evtl|ggf\\.?|gegebenenfalls|unklar|si|peut-être|éventuellement|le cas échéant|à vérifier|quizás?|tal vez|si procede|en su caso',
);
/** Somebody only wants or thinks it. A figure between is a bargain: "they want it for 400, reverse charge". */
export const WISHED = said(
  "(?:thinks?|thought|believes?|assumes?|assumed|guess(?:es)?|reckons?|supposes?|hopes?|hoped|expects?|expected|claims?|says? (?:that )?|would (?:like|love|prefer|want)|['’]d (?:like|love|prefer)|wants?|wanted|wish(?:es|ed)?|prefers?|asks?|asked|asking|requests?|requested|insists?|please (?:\\p{L}+ ){0,3}us|glaub\\p{L}*|denkt|denken|meint|meinen|hofft?|hoffen|vermut\\p{L}*|nimmt an|davon aus|möchten?|hätten? gerne?|wünsch\\p{L}*|bittet|bitten|verlangt|(?:kund(?:e|in)|auftraggeber(?:in)?|er|sie) will|wollen|wollte\\p{L}*|bitte (?:\\p{L}+ ){0,3}uns|pensent?|croi(?:t|ent|s)|suppose(?:nt)?|espèrent?|veut|veulent|voudrai\\p{L}*|voulai\\p{L}*|souhait\\p{L}*|aimerai\\p{L}*|demand(?:e|ent|ait)|préfèr\\p{L}*|cree[ns]?|piensa[ns]?|supone[ns]?|espera[ns]?|quier\\p{L}*|quería\\p{L}*|querría\\p{L}*|desea[ns]?|prefier\\p{L}*|piden?|pidió|pidieron|solicita\\p{L}*|gustaría)(?![^,]*\\d)[^,]{0,60}$",
);
/** A letter's "please" is the client's wish. */
export const PLEASE = said("(?:please|bitte|merci de|s['’]il (?:vous|te) plaît|svp|por favor)[^,]{0,60}$");
/** It was so, or will be from some year on. */
export const PAST = said(
  "(?:last|previous) (?:year|month|time|week)|used to|previously|formerly|back then|until|was|were|had been|früher|damals|bisher|letzte[sn]? (?:jahr|mal|monat)|bis (?:letzt\\p{L}*|ende|vor|\\d{4})|war(?:en)?|vorher|ehemals|avant|auparavant|l['’](?:an|année) (?:dernière?|passée)|jusqu\\p{L}*|étai\\p{L}*|antes|(?:el año|la vez) pasad[oa]|hasta|era[ns]?|fui|fue",
);
export const LATER = said(
  "(?:from|as of|starting|ab|à partir de|dès|a partir de)(?: \\p{L}+){0,3} (?:20\\d\\d|next|nächst\\p{L}*|prochain\\p{L}*)|next (?:year|month)|nächste[sn]? (?:jahr|monat)|(?:l['’]année|le mois) prochaine?|el (?:año|mes) (?:que viene|próximo)|soon|bald|bientôt|pronto|will become|(?:i|we)['’]ll become|going to be|devien\\p{L}+|seré|serai",
);

/** Whose status it is: the client's own or somebody else's says nothing of what is added to the price. */
export const OTHERS = said(
  "(?:they|he|she|it|clients?|customers?|buyers?|venue|suppliers?|vendors?|printers?|studio|partner|company|agency|kund(?:e|in|en)|auftraggeber(?:in)?|sie|er|agentur|verein|il|elle|ils|elles|clients?|cliente|prestataire|él|ella|ellos|clientes?|empresa|agencia)(?:['’](?:s|re))?(?: \\p{L}+){0,3} ?$",
);
/** Whose words they are decides: a pasted letter's "we" is the client. */
export const SEVERAL = said(
  "(?:we|you|wir|ihr|nous|vous|nosotros|somos|sommes|sind|êtes|son|ustedes)(?:['’]re)?(?: \\p{L}+){0,3} ?$",
);
export const ONESELF = said("(?:i|ich|je|j['’]|yo|am|bin|suis|soy|estoy)(?:['’]m)?(?: \\p{L}+){0,3} ?$");
/** Who owes the tax is the other side, as reverse charge has it. */
export const OWES = said(
  'liable|owes?|pays?|due|account(?:s|ed|able)?(?: for)?|schulde\\p{L}*|zahlt|zahlen|redevables?|paient?|pagan?|declara\\p{L}*|applies|gilt|es gilt|se aplica',
);

const TEXTS =
  '(?:cop(?:y|ies)|texts?|\\p{L}*texte?n?|videos?|vidéos?|\\p{L}*video|explainer|articles?|\\p{L}*artikel|artículos?|blog|posts?|guide|guía|talk|course|workshop|webinar|podcast|episode|ebook|whitepaper|slides?|headline|slogan|titles?|titel|titre|título|campaign|kampagne|campagne|campaña|newsletter|infographic|poster|plakat|vortrag|ratgeber)';
/** What the work is about, or whom it is for: "a guide to reverse charge", "Website für Kleinunternehmer". */
export const ABOUT = said(
  '(?:about|(?:guide|introduction|intro|article|articles|post|posts|blog|course|talk|workshop|webinar|texts?|copy|handbook) (?:on|to|for)|explain(?:s|ing)?|covering|for|über|zum thema|thema|für|rund um|sur le thème|à propos|guide (?:sur|de)|articles? sur|pour|sobre|acerca de|para)(?: (?:\\p{L}+|§|\\d+)){0,4} ?$',
);
/** 'Copy for a landing page: "Reverse charge explained"': the words of the work itself. */
export const TITLED = said(`${TEXTS}[^:.;\\n\\d]{0,60}:[ “"„«‚‘']*$`);
/** Behind it: "tax-free shopping campaign", "reverse charge explained". */
export const TOPIC_AFTER = said(
  `^[ -](?:\\p{L}+ ){0,2}?(?:explained|erklärt|expliquée?|explicad[ao]|shopping|${TEXTS})`,
);
