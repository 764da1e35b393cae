// What pages do by themselves: countdowns, waveforms, the menu, the reader's time zone. No library.
(function () {
  'use strict';

  function rememberZone() {
    var zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zone) {
      document.cookie = 'timbre.zone=' + zone + ';path=/;max-age=31536000;samesite=strict';
    }
  }

  // --- countdowns
  function part(value, unit) {
    return new Intl.NumberFormat(document.documentElement.lang, {
      style: 'unit', unit: unit, unitDisplay: unit === 'day' || unit === 'hour' ? 'long' : 'short'
    }).format(value);
  }

  function rest(seconds) {
    var days = Math.floor(seconds / 86400), hours = Math.floor(seconds / 3600) % 24;
    var minutes = Math.floor(seconds / 60) % 60;
    if (days > 0) { return part(days, 'day') + ' ' + part(hours, 'hour'); }
    if (hours > 0) { return part(hours, 'hour') + ' ' + part(minutes, 'minute'); }
    return part(minutes, 'minute') + ' ' + part(seconds % 60, 'second');
  }

  // a demonstration's clock may be moved; countdowns follow it
  var moved = document.querySelector('meta[name=timbre-clock-shift]');
  var shift = moved ? Number(moved.content) || 0 : 0;

  function tick() {
    document.querySelectorAll('time.countdown').forEach(function (time) {
      if (!time.title) { time.title = time.textContent; }
      var seconds = Math.floor((new Date(time.dateTime) - Date.now() - shift) / 1000);
      time.textContent = seconds > 0 ? rest(seconds) : time.dataset.over;
      time.classList.toggle('is-near', seconds > 0 && seconds < 2 * 86400);
      time.classList.toggle('is-over', seconds <= 0);
    });
  }

  // --- waveforms: peaks of each channel from 0 to 1; the first is drawn upwards, the last downwards
  var HALF = 50;

  function outline(peaks) {
    var upper = peaks[0], lower = peaks[peaks.length - 1], path = 'M0 ' + HALF;
    for (var i = 0; i < upper.length; i++) { path += 'L' + i + ' ' + (HALF - upper[i] * HALF).toFixed(1); }
    for (var j = lower.length - 1; j >= 0; j--) { path += 'L' + j + ' ' + (HALF + lower[j] * HALF).toFixed(1); }
    return path + 'Z';
  }

  function svg(name, attributes, parent) {
    var node = document.createElementNS('http://www.w3.org/2000/svg', name);
    Object.keys(attributes).forEach(function (key) { node.setAttribute(key, attributes[key]); });
    parent.appendChild(node);
    return node;
  }

  var pictures = 0;

  function draw(box, wave) {
    var length = wave.peaks[0].length, id = 'played-' + (++pictures), shape = outline(wave.peaks);
    var picture = svg('svg', { viewBox: '0 0 ' + length + ' ' + 2 * HALF, preserveAspectRatio: 'none', 'aria-hidden': 'true' }, box);
    var clip = svg('rect', { x: 0, y: 0, width: 0, height: 2 * HALF }, svg('clipPath', { id: id }, picture));
    svg('path', { d: shape, class: 'all' }, picture);
    svg('path', { d: shape, class: 'played', 'clip-path': 'url(#' + id + ')' }, picture);
    var audio = box.parentNode.querySelector('audio');
    audio.addEventListener('timeupdate', function () {
      clip.setAttribute('width', audio.currentTime / wave.duration * length);
    });
    picture.addEventListener('click', function (event) {
      var frame = picture.getBoundingClientRect();
      audio.currentTime = (event.clientX - frame.left) / frame.width * wave.duration;
    });
  }

  function drawWaveforms() {
    document.querySelectorAll('[data-waveform]:not([data-drawn])').forEach(function (box) {
      box.dataset.drawn = 'yes';
      fetch(box.dataset.waveform, { headers: { Accept: 'application/json' } })
        .then(function (answer) { return answer.ok ? answer.json() : Promise.reject(answer.status); })
        .then(function (wave) { draw(box, wave); })
        .catch(function () { box.hidden = true; });
    });
  }

  // --- small things
  function menu() {
    var button = document.getElementById('menu'), nav = document.getElementById('navigation');
    if (!button || !nav) { if (button) { button.hidden = true; } return; }
    button.addEventListener('click', function () {
      button.setAttribute('aria-expanded', nav.classList.toggle('is-open'));
    });
  }

  function copy(event) {
    var button = event.target.closest('[data-copy]');
    if (button) {
      var source = document.getElementById(button.dataset.copy);
      navigator.clipboard.writeText(source.textContent.trim()).then(function () {
        button.textContent = button.dataset.copied;
      });
    }
  }

  // what the component library gets wrong: a file is chosen with the native control, which has
  // keyboard and name, and not with the frame around it
  function mend() {
    document.querySelectorAll('.ui-fileupload-choose[tabindex]').forEach(function (frame) {
      var input = frame.querySelector('input[type=file]');
      frame.removeAttribute('tabindex');
      frame.removeAttribute('aria-labelledby');
      input.removeAttribute('tabindex');
      input.removeAttribute('aria-hidden');
      input.setAttribute('aria-label', frame.textContent.trim());
    });
  }

  // --- what is typed and not sent yet stays when the reader takes another language; never what is
  // secret, and for this one page only
  var UNSENT = 'timbre.unsent';

  function fields() {
    return Array.prototype.filter.call(document.querySelectorAll('main input, main textarea, main select'), function (field) {
      return field.id && ['hidden', 'password', 'file', 'submit', 'button'].indexOf(field.type) < 0;
    });
  }

  function ticked(field) { return field.type === 'checkbox' || field.type === 'radio'; }

  function keepUnsent() {
    var typed = {};
    fields().forEach(function (field) { typed[field.id] = ticked(field) ? field.checked : field.value; });
    var open = Array.prototype.map.call(document.querySelectorAll('main details[id][open]'), function (part) { return part.id; });
    sessionStorage.setItem(UNSENT, JSON.stringify({ page: location.pathname, typed: typed, open: open }));
  }

  function bringUnsent() {
    var kept = JSON.parse(sessionStorage.getItem(UNSENT) || 'null');
    sessionStorage.removeItem(UNSENT);
    if (!kept || kept.page !== location.pathname) { return; }
    history.replaceState(null, '', location.href); // so that reading the page anew sends no form again
    kept.open.forEach(function (id) {
      var part = document.getElementById(id);
      if (part) { part.open = true; }
    });
    fields().forEach(function (field) {
      if (!(field.id in kept.typed)) { return; }
      if (ticked(field)) { field.checked = kept.typed[field.id]; } else { field.value = kept.typed[field.id]; }
    });
  }

  function carryOver() {
    var language = document.getElementById('language');
    if (language) { language.addEventListener('submit', keepUnsent); }
    bringUnsent();
  }

  function changed() {
    tick();
    mend();
    drawWaveforms();
    var fresh = document.querySelector('#notices .ui-messages-error, #notices .ui-messages-info');
    if (fresh && fresh.getBoundingClientRect().top < 0) { window.scrollTo({ top: 0 }); }
  }

  rememberZone();
  document.addEventListener('DOMContentLoaded', function () {
    menu();
    carryOver();
    changed();
    setInterval(tick, 1000);
    document.addEventListener('click', copy);
    // the component library tells by jQuery when it has replaced a part of the page
    if (window.jQuery) { window.jQuery(document).on('pfAjaxComplete', function () { setTimeout(changed, 0); }); }
  });
}());
