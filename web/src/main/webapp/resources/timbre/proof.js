// Checks the proof of one audit entry here, in the reader's browser: the server's word is not taken for it. No library.
(function () {
  'use strict';

  var box = document.getElementById('proof');
  if (!box) { return; }
  var LEAF = Uint8Array.of(0), NODE = Uint8Array.of(1);

  function bytes(base64) { return Uint8Array.from(atob(base64), function (c) { return c.charCodeAt(0); }); }

  function hex(hash) { return Array.from(hash, function (b) { return b.toString(16).padStart(2, '0'); }).join(''); }

  function same(a, b) { return hex(a) === hex(b); }

  function sha256() {
    var parts = Array.from(arguments), at = 0;
    var all = new Uint8Array(parts.reduce(function (sum, part) { return sum + part.length; }, 0));
    parts.forEach(function (part) { all.set(part, at); at += part.length; });
    return crypto.subtle.digest('SHA-256', all).then(function (hash) { return new Uint8Array(hash); });
  }

  function show(step, value, outcome) {
    var item = document.getElementById('step-' + step);
    item.querySelector('.value').textContent = value;
    item.querySelector('.mark').textContent = outcome === 'right' ? '✓' : outcome === 'wrong' ? '✗' : outcome === 'unable' ? '?' : '';
    item.classList.add('is-' + outcome);
    return outcome;
  }

  // RFC 9162, section 2.1.3.2
  async function climb(leaf, proof) {
    var node = BigInt(proof.position), last = BigInt(proof.checkpoint.size) - 1n, hash = leaf, lines = [];
    for (var encoded of proof.path) {
      var sibling = bytes(encoded);
      if (last === 0n) { return { lines: lines, root: null }; }
      if ((node & 1n) === 1n || node === last) {
        hash = await sha256(NODE, sibling, hash);
        lines.push(box.dataset.left + ' ' + hex(sibling) + '\n  → ' + hex(hash));
        while ((node & 1n) === 0n && node !== 0n) { node >>= 1n; last >>= 1n; }
      } else {
        hash = await sha256(NODE, hash, sibling);
        lines.push(box.dataset.beside + ' ' + hex(sibling) + '\n  → ' + hex(hash));
      }
      node >>= 1n;
      last >>= 1n;
    }
    return { lines: lines, root: last === 0n ? hash : null };
  }

  async function signature(note, keys) {
    var end = note.lastIndexOf('\n\n'), text = new TextEncoder().encode(note.substring(0, end + 1));
    var outcome = 'wrong', shown = note;
    for (var line of note.substring(end + 2).split('\n').filter(Boolean)) {
      var signed = bytes(line.split(' ').pop()), id = hex(signed.subarray(0, 4));
      var known = keys.find(function (key) { return key.id === id; });
      if (!known) { continue; }
      try {
        var key = await crypto.subtle.importKey('raw', bytes(known.publicKey), { name: 'Ed25519' }, false, ['verify']);
        if (await crypto.subtle.verify({ name: 'Ed25519' }, key, signed.subarray(4), text)) {
          return { outcome: 'right', shown: shown + '\n' + known.verifier };
        }
      } catch (e) {
        outcome = 'unable'; // an older browser without Ed25519
      }
    }
    return { outcome: outcome, shown: shown };
  }

  async function check(proof, keys) {
    show('entry', proof.entry, 'right');
    var leaf = await sha256(LEAF, new TextEncoder().encode(proof.entry));
    var outcomes = [show('leaf', hex(leaf), same(leaf, bytes(proof.leafHash)) ? 'right' : 'wrong')];
    var climbed = await climb(leaf, proof);
    outcomes.push(show('path', climbed.lines.join('\n'), climbed.root ? 'right' : 'wrong'));
    var lines = proof.checkpoint.note.split('\n'), root = bytes(lines[2]);
    var fits = climbed.root && same(climbed.root, root) && lines[1] === String(proof.checkpoint.size);
    outcomes.push(show('root', hex(root), fits ? 'right' : 'wrong'));
    var signed = await signature(proof.checkpoint.note, keys);
    outcomes.push(show('signature', signed.shown, signed.outcome));
    return outcomes.includes('wrong') ? 'wrong' : outcomes.includes('unable') ? 'unable' : 'right';
  }

  function json(address) {
    return fetch(address, { headers: { Accept: 'application/json' } })
      .then(function (answer) { return answer.ok ? answer.json() : Promise.reject(new Error(answer.status)); });
  }

  function conclude(outcome) {
    var verdict = document.getElementById('verdict');
    verdict.textContent = box.dataset[outcome];
    verdict.classList.toggle('bad', outcome === 'wrong');
    verdict.classList.toggle('good', outcome === 'right');
    box.dataset.outcome = outcome;
  }

  if (!window.crypto || !crypto.subtle) { conclude('insecure'); return; }
  Promise.all([json(box.dataset.proof), json(box.dataset.keys)])
    .then(function (answers) { return check(answers[0], answers[1].items); })
    .then(conclude)
    .catch(function () { conclude('wrong'); });
}());
