// Takes an invitation's token from behind the # of the address, where no server has seen it, and shows it.
(function () {
  'use strict';

  document.addEventListener('DOMContentLoaded', function () {
    var field = document.getElementById('link:token'), open = document.getElementById('link:open');
    if (field && open && location.hash.length > 1) {
      field.value = location.hash.slice(1);
      history.replaceState(null, '', location.pathname);
      // after the component library has taken the button over
      setTimeout(function () { open.click(); }, 0);
    }
  });
}());
