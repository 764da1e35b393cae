// What a talent's page does: opens the link, records the statement, sends the answer. No library.
// The token stands behind the hash of the address, which browsers send to nobody.
(function () {
  'use strict';

  var RATE = 24000;
  var main, token, link, taken = false;

  function by(id) { return document.getElementById(id); }

  function word(key) {
    var found = document.querySelector('#words [data-word="' + key + '"]');
    return found ? found.textContent : '';
  }

  function show(id, visible) { by(id).hidden = !visible; }

  function fill(name, text) {
    document.querySelectorAll('[data-fill="' + name + '"]').forEach(function (place) { place.textContent = text; });
  }

  function moment(text) {
    return new Intl.DateTimeFormat(main.dataset.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(text));
  }

  /** Days are those that the statement names, wherever the talent is; older consents name no zone. */
  function day(at) {
    try {
      return new Intl.DateTimeFormat(main.dataset.locale, { dateStyle: 'long', timeZone: link.zone }).format(at);
    } catch (unknownToTheBrowser) {
      return new Intl.DateTimeFormat(main.dataset.locale, { dateStyle: 'long', timeZone: 'UTC' }).format(at);
    }
  }

  function zone() {
    try {
      return new Intl.DateTimeFormat(main.dataset.locale, { timeZone: link.zone, timeZoneName: 'long' })
        .formatToParts(new Date(link.validFrom))
        .filter(function (part) { return part.type === 'timeZoneName'; })[0].value;
    } catch (unknownToTheBrowser) {
      return 'UTC';
    }
  }

  function names(codes, type) {
    var display = new Intl.DisplayNames([main.dataset.locale], { type: type });
    return codes.map(function (code) { return code === 'WORLD' ? word('world') : display.of(code); }).sort().join(word('separator'));
  }

  function terms(kind, values) {
    return values.map(function (value) { return word(kind + '.' + value); }).join(word('separator'));
  }

  function validity() {
    return link.zone ? word('inZone').replace('{0}', days()).replace('{1}', zone()) : days();
  }

  function days() {
    var from = day(new Date(link.validFrom));
    if (!link.validUntil) { return word('from').replace('{0}', from); }
    // the end is exclusive; people read the last day
    var last = day(new Date(new Date(link.validUntil).getTime() - 1));
    return word('fromUntil').replace('{0}', from).replace('{1}', last);
  }

  function facts() {
    fill('company', link.company);
    fill('talent', link.talent);
    fill('brands', link.brands.join(word('separator')));
    fill('purposes', terms('purpose', link.purposes));
    fill('channels', terms('channel', link.channels));
    fill('territories', names(link.territories, 'region'));
    fill('languages', names(link.languages, 'language'));
    fill('validity', validity());
  }

  function call(method, path, body) {
    var options = { method: method, headers: { Authorization: 'Link ' + token, Accept: 'application/json' }, cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer' };
    if (body instanceof FormData) {
      options.body = body;
    } else if (body) {
      options.body = JSON.stringify(body);
      options.headers['Content-Type'] = 'application/json';
    }
    return fetch(main.dataset.api + path, options).then(function (answer) {
      if (answer.status === 204) { return null; }
      return answer.json().then(function (json) {
        if (!answer.ok) { throw json; }
        return json;
      });
    });
  }

  /** In the page's language where it has words for it; what the server says is English, and marked so. */
  function tell(id, problem) {
    var known = problem && problem.code && word('error.' + problem.code);
    var english = !known && problem && problem.detail;
    if (english) { by(id).lang = 'en'; } else { by(id).removeAttribute('lang'); }
    by(id).textContent = known || english || word('error.offline');
  }

  /** A link that opens nothing says so, and nothing else. */
  function gone(problem) {
    ['loading', 'question', 'standing'].forEach(function (id) { if (by(id)) { show(id, false); } });
    tell('gone-title', problem);
    show('gone', true);
  }

  function isOver(problem) {
    return problem && /^link-(used|expired|revoked|unknown|missing)$/.test(problem.code || '');
  }

  function trouble(problem) {
    if (isOver(problem)) { gone(problem); return; }
    tell('trouble', problem);
    show('trouble', true);
  }

  // recording

  var recorder, stream, sound, timer, began;

  function record() {
    show('trouble', false);
    if (!navigator.mediaDevices || !window.MediaRecorder) { trouble({ code: 'no-microphone' }); return; }
    navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } }).then(start, function () { trouble({ code: 'no-microphone' }); });
  }

  function start(input) {
    var pieces = [];
    stream = input;
    recorder = new MediaRecorder(input);
    recorder.ondataavailable = function (event) { if (event.data.size) { pieces.push(event.data); } };
    recorder.onstop = function () { ended(new Blob(pieces, { type: recorder.mimeType })); };
    recorder.start(1000);
    began = Date.now();
    watch(input);
    taken = false;
    by('agree').disabled = true;
    show('playback', false);
    show('record', false);
    show('stop', true);
    by('progress').textContent = word('recording');
    by('stop').focus();
  }

  function watch(input) {
    sound = new AudioContext();
    var analyser = sound.createAnalyser();
    var samples = new Float32Array(analyser.fftSize);
    sound.createMediaStreamSource(input).connect(analyser);
    timer = setInterval(function () {
      var seconds = (Date.now() - began) / 1000;
      analyser.getFloatTimeDomainData(samples);
      by('level').value = Math.min(1, 3 * samples.reduce(function (most, s) { return Math.max(most, Math.abs(s)); }, 0));
      clock(seconds);
      if (seconds >= link.statement.longestSeconds - 1) { stop(); }
    }, 100);
  }

  function clock(seconds) {
    by('time').textContent = Math.floor(seconds / 60) + ':' + ('0' + Math.floor(seconds % 60)).slice(-2);
  }

  function stop() {
    if (recorder && recorder.state !== 'inactive') { recorder.stop(); }
  }

  function ended(blob) {
    clearInterval(timer);
    stream.getTracks().forEach(function (track) { track.stop(); });
    sound.close();
    by('level').value = 0;
    show('stop', false);
    show('record', true);
    by('record').textContent = word('again');
    take(blob);
  }

  /** Whatever the browser recorded becomes plain WAV, which can be checked and played anywhere. */
  function take(blob) {
    by('progress').textContent = word('checking');
    show('trouble', false);
    blob.arrayBuffer()
      .then(function (bytes) { return new OfflineAudioContext(1, RATE, RATE).decodeAudioData(bytes); })
      .then(function (decoded) {
        var context = new OfflineAudioContext(1, Math.ceil(decoded.duration * RATE), RATE);
        var source = context.createBufferSource();
        source.buffer = decoded;
        source.connect(context.destination);
        source.start();
        return context.startRendering();
      })
      .then(function (mono) { return wav(mono.getChannelData(0)); }, function () { throw { code: 'undecodable' }; })
      .then(send)
      .catch(function (problem) {
        by('progress').textContent = '';
        trouble(problem);
      });
  }

  function wav(samples) {
    var view = new DataView(new ArrayBuffer(44 + 2 * samples.length));
    function text(at, letters) { for (var i = 0; i < letters.length; i++) { view.setUint8(at + i, letters.charCodeAt(i)); } }
    text(0, 'RIFF');
    view.setUint32(4, 36 + 2 * samples.length, true);
    text(8, 'WAVEfmt ');
    view.setUint32(16, 16, true);
    view.setUint16(20, 1, true);
    view.setUint16(22, 1, true);
    view.setUint32(24, RATE, true);
    view.setUint32(28, 2 * RATE, true);
    view.setUint16(32, 2, true);
    view.setUint16(34, 16, true);
    text(36, 'data');
    view.setUint32(40, 2 * samples.length, true);
    for (var i = 0; i < samples.length; i++) {
      view.setInt16(44 + 2 * i, Math.round(32767 * Math.max(-1, Math.min(1, samples[i]))), true);
    }
    return new Blob([view.buffer], { type: 'audio/wav' });
  }

  function send(file) {
    var form = new FormData();
    form.append('file', file, 'statement.wav');
    by('playback').src = URL.createObjectURL(file);
    show('playback', true);
    return call('POST', '/recording', form).then(function (answer) {
      taken = true;
      by('agree').disabled = false;
      show('agree-hint', false);
      by('progress').textContent = word('taken').replace('{0}', Math.round(answer.seconds));
    });
  }

  // answering

  function agree() {
    if (!taken) { return; }
    by('agree').disabled = true;
    call('POST', '/confirmation', { nonce: link.statement.nonce, statementDigest: link.statement.digest }).then(function (answer) {
      show('question', false);
      by('later').href = answer.url;
      by('later').textContent = answer.url;
      show('agreed', true);
      show('share', !!navigator.share);
      history.replaceState(null, '', location.pathname + location.search);
      by('h-agreed').focus();
    }, function (problem) {
      by('agree').disabled = false;
      trouble(problem);
    });
  }

  function decline() {
    call('POST', '/refusal', { reason: by('reason').value }).then(function () {
      show('question', false);
      show('declined', true);
      by('h-declined').focus();
    }, trouble);
  }

  function withdraw() {
    by('withdraw').disabled = true;
    call('POST', '/withdrawal', { reason: by('reason').value })
      .then(function () { return call('GET', ''); })
      .then(function (now) { link = now; standing(); by('withdrawn').focus(); })
      .catch(function (problem) { by('withdraw').disabled = false; trouble(problem); });
  }

  function question() {
    fill('statement', link.statement.text);
    by('statement').lang = link.statement.locale;
    fill('nonce', link.statement.nonce);
    fill('expires', moment(link.expiresAt));
    show('question', true);
    by('record').addEventListener('click', record);
    by('stop').addEventListener('click', stop);
    by('file').addEventListener('change', function () { if (this.files.length) { take(this.files[0]); } });
    by('agree').addEventListener('click', agree);
    by('decline').addEventListener('click', decline);
    by('copy').addEventListener('click', function () {
      navigator.clipboard.writeText(by('later').href).then(function () { by('copied').textContent = word('copied'); });
    });
    by('share').addEventListener('click', function () { navigator.share({ url: by('later').href }).catch(function () {}); });
  }

  function standing() {
    var over = !!link.withdrawnAt;
    fill('agreed', moment(link.agreedAt));
    if (over) { fill('withdrawn', moment(link.withdrawnAt)); }
    if (link.nextFrom) { fill('next', day(new Date(link.nextFrom))); show('next', !over); }
    show('in-force', !over && link.inForce);
    show('not-in-force', !over && !link.inForce);
    show('withdrawn', over);
    show('withdraw-box', !over);
    show('standing', true);
  }

  function opened(answer) {
    link = answer;
    show('loading', false);
    facts();
    if (link.kind === 'capture' && by('question')) {
      question();
    } else if (link.kind === 'consent' && by('standing')) {
      standing();
      by('withdraw').addEventListener('click', withdraw);
    } else {
      gone({ code: 'link-unknown' });
    }
  }

  document.addEventListener('DOMContentLoaded', function () {
    main = by('content');
    token = location.hash.slice(1);
    document.querySelectorAll('[data-language]').forEach(function (choice) {
      choice.addEventListener('click', function (event) {
        event.preventDefault();
        location.href = location.pathname + '?lang=' + choice.dataset.language + location.hash;
      });
    });
    if (!token) { gone({ code: 'link-missing' }); return; }
    call('GET', '').then(opened, gone);
  });
}());
