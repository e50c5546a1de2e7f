"use strict";
// What codes, times and figures are called in the report.
headwater.words = (function () {
  const whole = new Intl.NumberFormat("en-GB");
  const dayFormat = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" });
  const timeFormat = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

  const DRIFT = {
    value: ["another value", "The number itself is another one.", "grave"],
    scale: ["wrong scale", "The digits stayed, the scale word did not: millions became billions.", "grave"],
    unit: ["other unit", "The unit changed or was lost.", "grave"],
    scope: ["all or each", "What held for all now holds for each, or the other way round.", "grave"],
    subject: ["other subject", "The number is now said of something else.", "grave"],
    time: ["other time", "The number is now said of another time.", "mild"],
    rounded: ["rounded", "The number was rounded.", "mild"],
    hedge_lost: ["hedge lost", "A word such as about or more than was dropped.", "mild"],
    hedge_added: ["hedge added", "A word such as about or more than came in.", "mild"],
    modality_raised: ["made certain", "What could or may be is now stated as a fact.", "mild"],
    modality_lowered: ["made doubtful", "A fact is now stated as a possibility.", "mild"],
    attribution_lost: ["source dropped", "The source that was named is named no more.", "mild"],
    attribution_shifted: ["other source", "Another source is named for it.", "mild"]
  };
  const RELATION = {
    origin: ["first", "The first printing known.", "calm"],
    independent: ["independent", "Comes from no article before it.", "calm"],
    same: ["unchanged", "The number stayed as it was.", "calm"],
    drifted: ["drifted", "The number changed on the way.", "mild"],
    updated: ["updated", "A later figure of the same measure.", "calm"],
    corrected: ["corrected", "The outlet corrected its own figure.", "calm"],
    related: ["related", "Another measure of the same things.", "calm"],
    contradicted: ["contradicted", "The article says otherwise.", "grave"]
  };
  const BASIS = {
    named_origin: "they all name this source for the number",
    wire: "they all carry the wire copy, which rests on this one source",
    cluster: "they print one and the same text",
    owner: "their outlets have one owner",
    outlet: "they are of one outlet",
    article: "this article names no source and shares no text with the others"
  };
  const KIND = {
    verbatim: "word for word", cut: "cut", edited: "edited", rewritten: "rewritten", partial: "in part",
    quote: "a quotation", template: "a template", boilerplate: "boilerplate"
  };
  const REASON = { date: "dates", credit: "credit", containment: "containment", wire: "wire" };

  function count(number, one, many) {
    return whole.format(number) + " " + (number === 1 ? one : many || one + "s");
  }
  function share(value) {
    if (value === null || value === undefined) return "–";
    const percent = value * 100;
    return (percent > 0 && percent < 1 ? "<1" : Math.round(percent)) + "%";
  }
  function day(at) { return at === null || at === undefined ? "no date" : dayFormat.format(at); }
  function time(at, precision) {
    if (at === null || at === undefined) return "no date";
    return precision === "day" ? day(at) : day(at) + ", " + timeFormat.format(at);
  }
  function span(first, last) {
    if (first === null || first === undefined) return "no dates";
    return day(first) === day(last) ? day(first) : day(first) + " to " + day(last);
  }
  function lag(minutes) {
    if (minutes === null || minutes === undefined) return null;
    const m = Math.round(minutes);
    if (Math.abs(m) < 60) return m + " min";
    if (Math.abs(m) < 1440) return Math.floor(m / 60) + " h" + (m % 60 ? " " + (m % 60) + " min" : "");
    const days = m / 1440;
    return (days < 10 ? Math.round(days * 10) / 10 : Math.round(days)) + (Math.round(days * 10) === 10 ? " day" : " days");
  }
  function value(text) {
    if (text === null || text === undefined) return "";
    const [integer, fraction] = String(text).split(".");
    return integer.replace(/\B(?=(\d{3})+(?!\d))/g, ",") + (fraction ? "." + fraction : "");
  }
  // Large round values in words: 2400000000 as 2.4 billion.
  const compact = new Intl.NumberFormat("en-GB", { notation: "compact", compactDisplay: "long", maximumFractionDigits: 3 });
  function brief(text) {
    return Math.abs(Number(text)) >= 1e6 ? compact.format(Number(text)) : value(text);
  }
  function range(low, high) {
    return low === high || high === undefined ? brief(low) : brief(low) + " to " + brief(high);
  }
  function factor(text) {
    const f = Number(text);
    if (!f || f === 1) return null;
    const times = f > 1 ? f : 1 / f;
    const said = times >= 10 ? whole.format(Math.round(times)) : String(Math.round(times * 100) / 100);
    return f > 1 ? "× " + said : "÷ " + said;
  }
  function known(table, code) {
    return Object.prototype.hasOwnProperty.call(table, code) ? table[code] : null;
  }
  const told = (table, code) => known(table, code) || [String(code).replace(/_/g, " "), "", "mild"];
  return {
    count, share, day, time, span, lag, value, range, factor, whole: n => whole.format(n),
    drift: code => told(DRIFT, code), relation: code => told(RELATION, code),
    basis: code => known(BASIS, code) || code, kind: code => known(KIND, code) || code,
    reason: code => known(REASON, code) || code
  };
})();
