// Forms that are sent with what a passkey has signed, or with a passkey that was made: they show where browsers can.
(() => {
  'use strict';
  const keys = window.PublicKeyCredential;
  if (!keys?.parseRequestOptionsFromJSON || !keys.parseCreationOptionsFromJSON) return;

  const make = form => navigator.credentials.create(
    {publicKey: keys.parseCreationOptionsFromJSON(JSON.parse(form.dataset.options))});

  async function sign(form) {
    const asked = await fetch(form.dataset.ask, {
      method: 'POST',
      body: new URLSearchParams({_csrf: form.elements._csrf.value}),
    });
    if (!asked.ok) throw new Error(`${form.dataset.ask} answers ${asked.status}`);
    return navigator.credentials.get({publicKey: keys.parseRequestOptionsFromJSON(await asked.json())});
  }

  document.querySelectorAll('form[data-passkey]').forEach(form => {
    const problem = form.querySelector('[data-problem]');
    form.hidden = false;
    form.addEventListener('submit', async event => {
      event.preventDefault();
      problem.hidden = true;
      try {
        const credential = await (form.dataset.passkey === 'make' ? make(form) : sign(form));
        form.elements.credential.value = JSON.stringify(credential.toJSON());
        form.submit();
      } catch {
        // Given up by its owner, or no passkey here: the browser does not say which.
        problem.hidden = false;
      }
    });
  });
})();
