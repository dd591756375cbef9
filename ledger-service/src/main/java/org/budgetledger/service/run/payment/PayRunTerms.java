package org.budgetledger.service.run.payment;

import java.time.LocalDate;

/**
 * What a pay run pays.
 *
 * @param payDay the last working day up to the Friday before the period, as the authority's policy pack has it
 */
public record PayRunTerms(LocalDate periodFrom, boolean withArrears, boolean netOverpayments, LocalDate payDay) {}
