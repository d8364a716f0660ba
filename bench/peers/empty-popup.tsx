// What a popup costs that does nothing: React, one box, one button.
import { createRoot } from 'react-dom/client';

const root = createRoot(document.getElementById('root') as HTMLElement);
root.render(
  <form>
    <label>
      To <input inputMode="email" />
    </label>
    <button type="button">Send</button>
  </form>,
);
