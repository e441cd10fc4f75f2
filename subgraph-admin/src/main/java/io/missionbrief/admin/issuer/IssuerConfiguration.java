package io.missionbrief.admin.issuer;

import com.github.benmanes.caffeine.cache.Ticker;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.missionbrief.subgraph.security.WorkspaceDirectory;
import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;

/** The OAuth 2.1 issuer, wired by hand: Boot's own would switch on in each context that shares this class path. */
@Configuration(proxyBeanMethods = false)
class IssuerConfiguration {

    @Bean
    AuthorizationServerSettings authorizationServerSettings(IssuerProperties properties) {
        return AuthorizationServerSettings.builder()
                .issuer(properties.url().toString())
                .build();
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(IssuerProperties properties) {
        return new SigningKeys(properties.keysFile());
    }

    @Bean
    RegisteredClientRepository machineClients(IssuerProperties properties, WorkerDatabase database) {
        return new MachineClients(properties, new ClientTable(database, Ticker.systemTicker()));
    }

    @Bean
    OAuth2AuthorizationService authorizations() {
        return new UnkeptAuthorizations();
    }

    @Bean
    OAuth2TokenGenerator<?> tokens(
            JWKSource<SecurityContext> signingKeys, @Value("${mission-brief.security.audience}") String audience) {
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(signingKeys);
        encoder.setJwkSelector(List::getFirst);
        JwtGenerator generator = new JwtGenerator(encoder);
        generator.setJwtCustomizer(new MachineTokens(audience));
        return generator;
    }

    /** The issuer's endpoints and no others; they come before those that want a token. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain issuerEndpoints(
            HttpSecurity http, WorkspaceDirectory directory, JWKSource<SecurityContext> signingKeys) {
        OAuth2AuthorizationServerConfigurer issuer = new OAuth2AuthorizationServerConfigurer();
        RequestedWorkspace requestedWorkspace = new RequestedWorkspace(directory);
        return http.securityMatcher(issuer.getEndpointsMatcher())
                .with(
                        issuer,
                        server -> server.clientAuthentication(client -> client.authenticationProviders(
                                                IssuerConfiguration::compareHashedSecrets)
                                        .errorResponseHandler(new RefusedMachine()))
                                .tokenEndpoint(token -> token.authenticationProviders(
                                        providers -> checkWorkspace(providers, requestedWorkspace)))
                                .authorizationServerMetadataEndpoint(
                                        metadata -> metadata.authorizationServerMetadataCustomizer(
                                                published -> published.grantTypes(IssuerConfiguration::supported)))
                                .oidc(oidc -> oidc.providerConfigurationEndpoint(
                                        metadata -> metadata.providerConfigurationCustomizer(
                                                published -> published.grantTypes(IssuerConfiguration::supported)))))
                .oauth2ResourceServer(server ->
                        server.jwt(jwt -> jwt.decoder(OAuth2AuthorizationServerConfiguration.jwtDecoder(signingKeys))))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** Machines only; people will sign in by authorization codes and keep signed in by refresh tokens. */
    private static void supported(List<String> grants) {
        grants.clear();
        grants.add(AuthorizationGrantType.CLIENT_CREDENTIALS.getValue());
    }

    private static void compareHashedSecrets(List<AuthenticationProvider> providers) {
        for (AuthenticationProvider provider : providers) {
            if (provider instanceof ClientSecretAuthenticationProvider secrets) {
                secrets.setPasswordEncoder(new HashedSecret());
            }
        }
    }

    private static void checkWorkspace(List<AuthenticationProvider> providers, RequestedWorkspace workspace) {
        for (AuthenticationProvider provider : providers) {
            if (provider instanceof OAuth2ClientCredentialsAuthenticationProvider machines) {
                machines.setAuthenticationValidator(
                        new OAuth2ClientCredentialsAuthenticationValidator().andThen(workspace));
            }
        }
    }
}
