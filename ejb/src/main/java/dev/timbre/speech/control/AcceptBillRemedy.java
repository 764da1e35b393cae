package dev.timbre.speech.control;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Role;
import dev.timbre.finding.control.Remedy;
import dev.timbre.finding.entity.Finding;
import dev.timbre.finding.entity.FindingKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * The bill is right, an administrator says; it is booked already. Where the price list is wrong, a
 * new one holds enough from its day on.
 */
@ApplicationScoped
class AcceptBillRemedy implements Remedy {

  @Inject Access access;

  @Override
  public String name() {
    return "accept-bill";
  }

  @Override
  public boolean fits(Finding finding) {
    return finding.getKind() == FindingKind.BILL_ABOVE_RESERVATION;
  }

  @Override
  public void apply(Finding finding) {
    access.requireBrand(finding.getBrandId(), Role.ADMIN);
  }
}
