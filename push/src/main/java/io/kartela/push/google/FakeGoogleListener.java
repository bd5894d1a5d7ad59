package io.kartela.push.google;

import java.util.Map;

/**
 * Told what phones would see. Called on the thread of the request, before it is answered: hand over
 * and return. All methods do nothing unless overridden.
 */
public interface FakeGoogleListener {
  /** A person pressed "Add" on this phone. */
  default void onSave(String objectId, String phone) {}

  /** A person removed the pass from this phone. */
  default void onRemove(String objectId, String phone) {}

  /**
   * An object was inserted or changed.
   *
   * @param object as it is now; unmodifiable
   * @param notify whether a lock-screen notice is shown for it
   */
  default void onObjectChanged(String objectId, Map<String, Object> object, boolean notify) {}

  /** A class was inserted or changed: every pass of it looks different. */
  default void onClassChanged(String classId, Map<String, Object> loyaltyClass) {}

  /**
   * A text arrived on an object, or on each saved object of a class.
   *
   * @param notify whether it is also shown on the lock screen
   */
  default void onMessage(String objectId, String header, String body, boolean notify) {}
}
