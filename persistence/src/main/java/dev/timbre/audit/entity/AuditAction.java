package dev.timbre.audit.entity;

import java.util.Locale;

/** What can happen. The wire form is the name in lower case with a dot after the subject. */
public enum AuditAction {
  SESSION_SIGN_IN,
  SESSION_SIGN_OUT,
  ACCESS_DENY,
  PERSON_CREATE,
  PERSON_UPDATE,
  PERSON_DISABLE,
  PERSON_ENABLE,
  GRANT_CREATE,
  GRANT_REVOKE,
  BRAND_CREATE,
  BRAND_UPDATE,
  CLIENT_CREATE,
  CLIENT_UPDATE,
  USE_CREATE,
  KEY_CREATE,
  KEY_ROTATE,
  KEY_REVOKE,
  BUDGET_SET,
  ACCOUNT_CREATE,
  ACCOUNT_UPDATE,
  ACCOUNT_CHECK,
  ACCOUNT_RECONCILE,
  FILE_DELETE,
  ACCOUNT_PRICE,
  ACCOUNT_RATE,
  ACCOUNT_THROTTLE,
  FINDING_RAISE,
  FINDING_RESOLVE,
  FINDING_IGNORE,
  FINDING_REOPEN,
  RECORDING_UPLOAD,
  TALENT_CREATE,
  CONSENT_CREATE,
  CONSENT_EXTEND,
  CONSENT_WITHDRAW,
  EVIDENCE_ADD,
  VOICE_CREATE,
  VOICE_IMPORT,
  VOICE_UPDATE,
  VOICE_SUBMIT,
  VOICE_APPROVE,
  VOICE_REJECT,
  VOICE_REVISE,
  VOICE_ACCEPT,
  VOICE_SUSPEND,
  VOICE_RESUME,
  VOICE_RETIRE,
  VOICE_WATCH,
  CLONE_REQUEST,
  CLONE_UPLOAD,
  CLONE_SEND,
  CLONE_PREVIEW,
  CLONE_ACTIVATE,
  CLONE_PERMANENT,
  CLONE_LAPSE,
  CLONE_DELETE,
  SPEECH_SPEAK,
  SPEECH_SETTLE;

  /** For example {@code voice.approve}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
  }

  /** The kind of thing it happens to, for example {@code voice}. */
  public String subjectType() {
    return code().substring(0, code().indexOf('.'));
  }
}
