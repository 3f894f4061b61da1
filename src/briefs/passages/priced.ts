const MONEY =
  /[€$£₹¥]|\d ?k\b|\b(?:eur|usd|gbp|chf|cad|aud|nzd|sgd|inr|mxn|euros?|pounds?|dollars?|franken|francs|pesos|quid|dólares)\b/i;

/** Whether somebody names a price in it. */
export const isPriced = (text: string): boolean => /\d/.test(text) && MONEY.test(text);
