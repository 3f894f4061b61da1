/** What a share or a sum is of that is no part of the price: a tax, what comes off, what calling off or paying late costs, a commission. */
export const BESIDE_PRICE = [
  'vat|tax\\p{L}*|gst|hst|igv|mwst|ust|umsatzsteuer|mehrwertsteuer|tva|iva',
  'discount\\p{L}*|rabatt|nachlass|skonto|remise|escompte|rabais|ristourne|descuento|rebaja|bonificación',
  'cancel\\p{L}*|kill|no-?show|notice|storn\\p{L}*|absag\\p{L}*|annul\\p{L}*|décommand\\p{L}*|anul\\p{L}*|suspend\\p{L}*|desconvoc\\p{L}*',
  'late|interest|zins\\p{L}*|penal\\p{L}*|refund\\p{L}*',
  'commission|kommission|provision\\p{L}*|comisión|royalt\\p{L}*',
].join('|');
