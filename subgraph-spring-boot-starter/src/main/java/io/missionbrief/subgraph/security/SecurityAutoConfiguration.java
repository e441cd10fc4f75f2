package io.missionbrief.subgraph.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.JWTProcessor;
import io.missionbrief.subgraph.outgoing.OutgoingHttp;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.web.OAuth2ProtectedResourceMetadataFilter;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Makes the subgraph a resource server of the configured issuer. */
@AutoConfiguration(before = {ServletWebSecurityAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
@EnableConfigurationProperties(SecurityProperties.class)
@Import(RequestExceptionAnswer.class)
public class SecurityAutoConfiguration {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    private static final int CLOCK_SKEW_SECONDS = 30;

    @Bean
    IssuerClient issuerClient(OutgoingHttp http) {
        return new IssuerClient(http);
    }

    @Bean
    ServiceTokens serviceTokens(IssuerClient issuer, SecurityProperties properties, JsonMapper json) {
        return new ServiceTokens(issuer, properties, json, Clock.systemUTC());
    }

    @Bean
    @ConditionalOnMissingBean
    WorkspaceDirectory workspaceDirectory(
            IssuerClient admin, SecurityProperties properties, ServiceTokens tokens, JsonMapper json) {
        return new RemoteWorkspaceDirectory(admin, properties, tokens, json, Clock.systemUTC());
    }

    @Bean
    Actors actors(IssuerClient issuer, SecurityProperties properties, WorkspaceDirectory directory) {
        KeySet keys = new KeySet(issuer, properties.jwks(), properties.keysGoodFor(), Clock.systemUTC());
        TokenCheck tokens = new TokenCheck(processor(properties, keys), keys, properties.audience(), Clock.systemUTC());
        return new Actors(tokens, directory);
    }

    /**
     * Metrics need a scope of their own, and everything else a token, but health, the upgrade to a WebSocket, which sends its
     * token in connection_init, and what the subgraph opens by an {@link OpenPath}.
     */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE - 10)
    SecurityFilterChain subgraphSecurity(
            HttpSecurity http, Actors actors, JsonMapper json, ObjectProvider<OpenPath> openPaths) {
        String[] open = Stream.concat(
                        Stream.of("/health/live", "/health/ready", "/graphql/ws"),
                        openPaths.stream().map(OpenPath::pattern))
                .toArray(String[]::new);
        Refusal refusal = new Refusal(json);
        BearerAuthentication bearer = new BearerAuthentication(actors);
        SecurityFilterChain chain = http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(open)
                                .permitAll()
                                .requestMatchers("/prometheus")
                                .access((caller, request) -> new AuthorizationDecision(mayReadMetrics(caller.get())))
                                .anyRequest()
                                .authenticated())
                .oauth2ResourceServer(server -> server.authenticationManagerResolver(request -> bearer)
                        .bearerTokenResolver(new BearerHeader())
                        .authenticationEntryPoint(refusal)
                        .accessDeniedHandler(refusal))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
                .build();
        return withoutMetadata(chain);
    }

    /** Spring would publish metadata of the resource without a token; who may call knows the issuer. */
    private static SecurityFilterChain withoutMetadata(SecurityFilterChain chain) {
        List<Filter> filters = chain.getFilters().stream()
                .filter(filter -> !(filter instanceof OAuth2ProtectedResourceMetadataFilter))
                .toList();
        return new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, filters);
    }

    /** A scope that no role gives: for the client that collects metrics, and nothing else. */
    private static boolean mayReadMetrics(@Nullable Authentication caller) {
        return caller instanceof ActorAuthentication actor
                && actor.getPrincipal().has("metrics:read");
    }

    /** An observation for each filter costs more than the filters themselves. */
    @Bean
    @ConditionalOnMissingBean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    ActorInterceptor actorInterceptor(Actors actors) {
        return new ActorInterceptor(actors, Clock.systemUTC());
    }

    @Bean
    ActorArgument actorArgument() {
        return new ActorArgument();
    }

    @Bean
    WebMvcConfigurer actorParameter() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ActorParameter());
            }
        };
    }

    @Bean
    RequiredScopes requiredScopes(SecurityProperties properties) {
        return new RequiredScopes(properties.publicFields());
    }

    /** A schema that was built past {@link RequiredScopes} must not be served. */
    @Bean
    SmartInitializingSingleton scopesAreEnforced(RequiredScopes scopes, ObjectProvider<GraphQlSource> source) {
        return () -> source.ifAvailable(schema -> {
            if (!scopes.isEnforced()) {
                throw new IllegalStateException("The schema was built without RequiredScopes.enforce");
            }
        });
    }

    private static JWTProcessor<SecurityContext> processor(SecurityProperties properties, KeySet keys) {
        var claims = new DefaultJWTClaimsVerifier<>(
                Set.of(properties.audience()),
                new JWTClaimsSet.Builder().issuer(properties.issuer()).build(),
                Set.of("exp"),
                Set.of());
        claims.setMaxClockSkew(CLOCK_SKEW_SECONDS);
        var processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier(claims);
        return processor;
    }
}
