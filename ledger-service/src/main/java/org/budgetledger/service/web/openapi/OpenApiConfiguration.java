package org.budgetledger.service.web.openapi;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.budgetledger.service.security.Caller;
import org.budgetledger.service.web.Requested;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The OpenAPI document of the HTTP interface, made from the code that answers, and its page. */
@Configuration(proxyBeanMethods = false)
public class OpenApiConfiguration {
    static {
        // Both are made from the request as a whole: neither is a parameter that a caller gives.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Requested.class, Caller.class);
    }

    @Bean
    OpenAPI openApi() {
        var components = new Components()
                .addSecuritySchemes(
                        "bearer",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description(
                                        "On the default start, POST /local/tokens on the same machine gives one."));
        CommandOperations.addShared(components);
        Refusals.addShared(components);
        BatchSchemas.addShared(components);
        return new OpenAPI()
                .info(new Info()
                        .title("Individual budget ledger")
                        .version("1.0.0")
                        .description("""
                        Records, event by event, what a person's individual budget is, who controls it, what was \
                        released, spent, pooled, set aside and withdrawn, and why. Commands that report facts are \
                        accepted and at most flagged; decisions may be refused, with a code for programs and a \
                        sentence for people. Sums are whole pence; in answers each has a formatted twin."""))
                .servers(List.of(new Server().url("/")))
                .components(components)
                .security(List.of(new SecurityRequirement().addList("bearer")));
    }

    @Bean
    ModelConverter recordSchemas() {
        return new RecordSchemas();
    }

    @Bean
    CommandOperations commandOperations() {
        return new CommandOperations();
    }

    @Bean
    Refusals documentedRefusals() {
        return new Refusals();
    }

    @Bean
    OperationNames operationNames() {
        return new OperationNames();
    }

    @Bean
    StrictBodies strictBodies() {
        return new StrictBodies();
    }
}
