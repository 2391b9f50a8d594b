// Runs before the first paint: one file, since on a slow line each costs a turn. In the JavaScript of 2009, since half of it is
// for browsers that know no other.

// So that a reader who chose dark never sees a white flash, and the first words stand in the reader's language.
(function () {
  var page = document.documentElement;
  var theme = null;
  try {
    theme = window.localStorage && localStorage.getItem('communique-theme');
  } catch (refused) {
    // Without storage the system's own choice stands.
    if (!(refused instanceof DOMException)) throw refused;
  }
  if (theme === 'light' || theme === 'dark') page.setAttribute('data-theme', theme);
  var inAddress = /[?&]lang=([^&]*)/.exec(location.search);
  var asked = [inAddress ? inAddress[1] : ''].concat(navigator.languages || []);
  page.lang = 'en';
  for (var at = 0; at < asked.length; at += 1) {
    var tag = asked[at].toLowerCase().split('-')[0];
    if (/^(en|zh|ru)$/.test(tag)) {
      page.lang = tag;
      break;
    }
  }
})();

// Says in the page's own words why the app has not come: a file of it is missing, cut or not understood, or it is only
// late. The app's first drawing ends it.
(function () {
  var LATE_MS = 8000;
  var page = document.documentElement;
  // What the app cannot do without, and a browser of 2023 has not: then no reload helps.
  var isOld =
    !('noModule' in document.createElement('script')) ||
    typeof URL !== 'function' ||
    !URL.parse ||
    !Array.prototype.toSorted ||
    !window.AbortSignal ||
    !AbortSignal.any;
  if (isOld) page.setAttribute('data-old', '');

  function opening() {
    var root = document.getElementById('root');
    return root && root.querySelector('.start');
  }
  function show(why) {
    var failure = document.getElementById('start-failure');
    var words = failure ? failure.children : [];
    if (!failure || !opening()) return;
    for (var at = 0; at < words.length; at += 1)
      words[at].hidden = words[at].getAttribute('data-why') !== why;
    failure.hidden = false;
    if (why !== 'late') opening().hidden = true;
  }
  function isOwn(address) {
    return typeof address === 'string' && address.indexOf('/assets/') >= 0;
  }
  window.addEventListener(
    'error',
    function (event) {
      var target = event.target;
      if (target && target.tagName === 'SCRIPT' && isOwn(target.src))
        show(isOld ? 'old' : 'failed');
      else if (isOwn(event.filename))
        show(isOld || /SyntaxError/.test(String(event.error || event.message)) ? 'old' : 'failed');
    },
    true,
  );
  document.addEventListener('DOMContentLoaded', function () {
    if (!('noModule' in document.createElement('script'))) show('old');
  });
  // Not from that event on: it waits for the app's own scripts.
  setTimeout(function () {
    var root = document.getElementById('root');
    var start = opening();
    // The app itself says what it waits for, once it is there.
    if (!start || start.hidden || root.querySelector('.start-waiting')) return;
    show('late');
    new MutationObserver(function (_changes, observer) {
      if (opening()) return;
      observer.disconnect();
      document.getElementById('start-failure').hidden = true;
    }).observe(root, { childList: true });
  }, LATE_MS);
})();
